import { expect, test } from 'vitest'
import type { Facts } from '../schedule/facts'
import { mergeFacts } from '../schedule/merge-facts'
import {
  answer,
  course,
  having,
  hour,
  instant,
  keyOf,
  now,
  on,
  pack,
  pause,
  slotsOf,
  version,
} from '../schedule/test-facts'
import { alarmSeriesOf, rootOf } from './alarm-series'
import { afterDeleting, afterExport, compareExport } from './compare-export'
import type { CalendarExport } from './kept-export'

const heart = course()
const facts = having({
  courses: [heart],
  courseVersions: [version(heart, { slots: slotsOf('morning') })],
})
const monday = now('2027-03-01 10:00')
const given = (known: Facts, at = monday, before: CalendarExport | null = null) =>
  afterExport(before, alarmSeriesOf(known, at), at.instant, rootOf(known))
const earlier = mergeFacts(facts, {
  slotHours: [hour('morning', '07:00', { fromOn: on('2027-03-03') })],
})

test('nothing put in is nothing to tell of', () => {
  expect(compareExport(null, facts, monday)).toEqual({ kind: 'none' })
  expect(compareExport(given(having({})), facts, monday)).toEqual({ kind: 'none' })
})

test('what was put in stays right while days go by, and is told of before it ends', () => {
  const exported = given(facts)
  const lastAt = instant('2027-05-29 08:00')
  expect(compareExport(exported, facts, monday)).toMatchObject({ kind: 'same', lastAt })
  expect(compareExport(exported, facts, now('2027-05-20 09:00'))).toMatchObject({ kind: 'same' })
  expect(compareExport(exported, facts, now('2027-05-25 09:00'))).toMatchObject({
    kind: 'ending',
    lastAt,
  })
  expect(compareExport(exported, facts, now('2027-06-02 09:00'))).toEqual({ kind: 'none' })
})

test('another hour: the old one rings, the new one does not', () => {
  expect(compareExport(given(facts), earlier, monday)).toMatchObject({
    kind: 'differs',
    rings: true,
    lacks: true,
  })
})

test('in hospital it rings for nothing; a new medicine is lacking', () => {
  const paused = mergeFacts(facts, { pauses: [pause('2027-03-01 09:00', null)] })
  expect(compareExport(given(facts), paused, monday)).toMatchObject({ rings: true, lacks: false })
  const bones = course()
  const more = mergeFacts(facts, {
    courses: [bones],
    courseVersions: [version(bones, { slots: slotsOf('evening') })],
  })
  expect(compareExport(given(facts), more, monday)).toMatchObject({ rings: false, lacks: true })
})

test('neither an answer nor a supply that lasts differently asks for anything', () => {
  const packed = mergeFacts(facts, {
    packs: [pack(heart, { firstSlot: 'morning', firstOn: on('2027-03-02') })],
  })
  const exported = given(packed)
  const later = now('2027-03-03 10:00')
  const declined = mergeFacts(packed, {
    answers: [answer(keyOf(heart, '2027-03-02', 'morning'), 'declined', '2027-03-02 08:05')],
  })
  expect(compareExport(exported, declined, later)).toMatchObject({ kind: 'same' })
  expect(compareExport(given(facts), packed, monday)).toMatchObject({ kind: 'same' })
})

test('one slot may end before another: a day more of it asks for nothing, a new pack does', () => {
  const bones = course({ kind: 'single' })
  const first = { firstSlot: 'morning', firstOn: on('2027-03-02') }
  const both = mergeFacts(facts, {
    courses: [bones],
    courseVersions: [version(bones, { slots: slotsOf('evening') })],
    packs: [pack(heart, { ...first, days: 5 }), pack(bones, { ...first, days: 60 })],
  })
  const exported = given(both)
  const declined = mergeFacts(both, {
    answers: [answer(keyOf(heart, '2027-03-02', 'morning'), 'declined', '2027-03-02 08:05')],
  })
  expect(compareExport(exported, declined, now('2027-03-03 10:00'))).toMatchObject({ kind: 'same' })
  const packed = mergeFacts(both, {
    packs: [pack(heart, { ...first, firstOn: on('2027-03-05'), days: 30 })],
  })
  expect(compareExport(exported, packed, now('2027-03-05 10:00'))).toMatchObject({
    kind: 'ending',
    lastAt: instant('2027-03-06 08:00'),
  })
})

test('old entries are told of until the person says that they are deleted', () => {
  const second = given(earlier, monday, given(facts))
  expect(second.leftovers.length).toBeGreaterThan(80)
  expect(compareExport(second, earlier, monday)).toMatchObject({ rings: true, lacks: false })
  const cleaned = afterDeleting(second, earlier, monday)
  expect(compareExport(cleaned, earlier, monday)).toMatchObject({ kind: 'same' })
})

test('whoever deletes before putting the new ones in has nothing in the calendar', () => {
  expect(afterDeleting(given(facts), earlier, monday)).toBeNull()
  expect(afterDeleting(given(facts), facts, monday)).toBeNull()
})
