import { expect, it } from 'vitest'
import { pushKinds, type PushKind } from './push-kinds'
import { pushMessage, pushMessageSchema, type PushAbout } from './push-message'

const aboutOf = (kind: PushKind): PushAbout =>
  kind === 'dose' || kind === 'warning' ? { kind, day: '2027-03-01', slot: 'morning' } : { kind }
const messageOf = (kind: PushKind) =>
  pushMessage({
    about: aboutOf(kind),
    title: '약 시간이에요',
    body: '곁에에서 확인하세요.',
    tag: 'a-topic',
    origin: 'https://gyeote.example',
    personId: 'somebody',
    receipt: 'a-receipt',
  })

/** What the Push API asks of a declarative message; what breaks one of these is handed to the worker or dropped. */
it.each(pushKinds)('%s is a declarative push that a phone can show by itself', (kind) => {
  const message = messageOf(kind)
  const { notification } = message
  expect([message.web_push, message.mutable]).toEqual([8030, true])
  expect(notification.title).not.toBe('')
  expect(['auto', 'ltr', 'rtl']).toContain(notification.dir)
  for (const text of [notification.lang, notification.body, notification.tag])
    expect(typeof text).toBe('string')
  for (const flag of [notification.silent, notification.requireInteraction])
    expect(typeof flag).toBe('boolean')
  for (const { navigate } of [notification, ...notification.actions])
    expect(new URL(navigate).origin).toBe('https://gyeote.example')
  for (const { action, title } of notification.actions) {
    expect(action).not.toBe('')
    expect(title).not.toBe('')
  }
  expect(pushMessageSchema.parse(JSON.parse(JSON.stringify(message)))).toEqual(message)
})
