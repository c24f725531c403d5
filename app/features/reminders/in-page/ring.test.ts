import { expect, test } from 'vitest'
import { factsFrom } from '~/features/medication/facts/facts-from'
import { mergeFacts } from '~/features/medication/schedule/merge-facts'
import {
  course,
  having,
  instant,
  now,
  senior,
  version,
} from '~/features/medication/schedule/test-facts'
import { usualSettings } from '../settings/usual-settings'
import { ringAt, soundAt } from './ring'

const pouch = course()
const facts = having({ courses: [pouch], courseVersions: [version(pouch)] })
const at = (time: string, settings = usualSettings, of = facts) =>
  ringAt(of, settings, now(`2027-03-01 ${time}`, of))

test('a page reminds at the time of the dose, and again at each repeat', () => {
  expect(at('07:59')).toEqual({ ring: null, nextAt: instant('2027-03-01 08:00') })
  expect(at('08:00')).toMatchObject({
    ring: {
      title: '아침 약 시간이에요',
      path: '/medication#dose-2027-03-01-morning',
      at: instant('2027-03-01 08:00'),
    },
    nextAt: instant('2027-03-01 08:10'),
  })
  const keys = ['08:00', '08:09', '08:10', '08:20', '09:00'].map((time) => at(time).ring?.key)
  expect(new Set(keys).size).toBe(3)
  expect(keys[0]).toBe(keys[1])
  expect(keys[3]).toBe(keys[4])
})

test('no reminder of what was answered, put off, is late, or is not wanted', () => {
  const writer = { by: senior, deviceId: '', at: instant('2027-03-01 08:05'), receivedAt: null }
  const until = now('2027-03-01 08:35').wall
  const snooze = { id: 's', groupKey: `${now('2027-03-01 08:00').day}|morning`, untilWall: until }
  const later = mergeFacts(facts, factsFrom({ snoozes: [snooze] }, writer))
  expect(at('08:10', usualSettings, later).ring).toBeNull()
  expect(at('08:35', usualSettings, later).ring).not.toBeNull()
  expect(at('11:00').ring).toBeNull()
  expect(at('08:00', { ...usualSettings, doses: false })).toEqual({ ring: null, nextAt: null })
})

const ring = { key: 'k', title: '', path: '/', at: 1_000_000 }
const before = { mayPush: false, pushedAt: null, openedAt: 0 }

test('a page sounds at once where the phone shows no notifications, else only if none came', () => {
  expect(soundAt(ring, before)).toBe(ring.at)
  expect(soundAt(ring, { ...before, mayPush: true })).toBe(ring.at + 75_000)
  expect(soundAt(ring, { ...before, mayPush: true, pushedAt: ring.at + 4_000 })).toBeNull()
  expect(soundAt(ring, { ...before, mayPush: true, pushedAt: ring.at - 600_000 })).not.toBeNull()
})

test('whoever opens the page later has seen it without a sound', () => {
  expect(soundAt(ring, { ...before, openedAt: ring.at + 60_000 })).toBe(ring.at + 60_000)
  expect(soundAt(ring, { ...before, openedAt: ring.at + 600_000 })).toBeNull()
})
