import { expect, it } from 'vitest'
import { endedPush, isEndedPush } from '~/features/account/phones/ended-push'
import { pushMessage } from '../push-message'
import { bodyOfPush, readPush } from './read-push'

const origin = 'https://gyeote.example'
const message = pushMessage({
  about: { kind: 'dose', day: '2027-03-01', slot: 'morning' },
  title: '아침 약 시간이에요',
  body: '곁에에서 확인하세요.',
  tag: 'a-topic',
  origin,
  personId: 'somebody',
  receipt: 'a-receipt',
})

it('a push asks for the worker where the phone could show it by itself', () => {
  expect(message.mutable).toBe(true)
  expect(JSON.parse(endedPush(origin))).toMatchObject({ web_push: 8030, mutable: true })
})

it('is read from its body, or from the notification that the browser made of it', () => {
  const text = JSON.stringify(message)
  const given = readPush(bodyOfPush({ data: { text: () => text } }, origin))
  const { notification } = message
  expect(readPush(bodyOfPush({ data: null, notification }, origin))).toEqual(given)
  expect(given?.about).toMatchObject({ kind: 'dose', path: '/medication#dose-2027-03-01-morning' })
})

it('of a browser that keeps less of a notification, what there is', () => {
  const { title, body, tag, data } = message.notification
  const kept = { title, body, tag, data, navigate: '', silent: null }
  expect(readPush(bodyOfPush({ data: null, notification: kept }, origin))).toMatchObject({
    title,
    silent: false,
    actions: [],
    about: { kind: 'dose', path: '/' },
  })
})

it('knows the last push of a phone in both forms, and makes nothing of nothing', () => {
  const { notification } = JSON.parse(endedPush(origin)) as { notification: object }
  expect(isEndedPush(bodyOfPush({ data: null, notification }, origin))).toBe(true)
  expect(bodyOfPush({ data: null }, origin)).toBeNull()
  expect(bodyOfPush({ data: null, notification: null }, origin)).toBeNull()
})
