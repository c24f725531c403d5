import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dueDoses } from '../schedule/due-doses'
import type { Facts } from '../schedule/facts'
import { momentOf, zoneOn, type Moment } from '../schedule/moment'
import { together } from '../schedule/test-acts'
import { moments, schedules } from '../schedule/test-arbitraries'
import { none } from '../schedule/test-facts'
import { dueInstant } from '../schedule/wall-time'
import { alarmSeriesOf, rootOf, type CalendarLimits } from './alarm-series'
import { calendarFile } from './calendar-file'
import { readWithIcalJs, readWithNodeIcal } from './test-readers'

/** The same every time, so that red means a change; PROPERTY_SEED looks elsewhere. */
const runs = { numRuns: 200, seed: Number(process.env.PROPERTY_SEED ?? 20_261_128) }
const slow = 120_000
const everything: CalendarLimits = { days: 400, untilRunOut: false }

/** When a group of doses is due that is not paused, from `now` on. */
function dueGroups(facts: Facts, now: Moment): number[] {
  const due = dueDoses(facts, now.day, now.day + everything.days).filter(({ paused }) => !paused)
  const groups = new Map(
    due.map((dose) => [`${dose.day}|${dose.slotId}`, dueInstant(dose, zoneOn(facts, dose.day))]),
  )
  return [...groups.values()].filter((instant) => instant > now.instant).sort((a, b) => a - b)
}

test(
  '25: what other programs read in the file is what is due, for 400 days',
  () => {
    let read = 0
    fc.assert(
      fc.property(schedules, moments, (schedule, at) => {
        const facts = together(none, schedule)
        const now = momentOf(facts, at.instant)
        const expected = dueGroups(facts, now)
        const file = calendarFile(facts, now, everything)
        expect(file === null).toBe(expected.length === 0)
        if (file === null) return
        read += expected.length
        expect(readWithIcalJs(file)).toEqual(expected)
        expect(readWithNodeIcal(file)).toEqual(expected)
      }),
      runs,
    )
    expect(read).toBeGreaterThan(10_000)
  },
  slow,
)

test('25: SEQUENCE never falls, whatever is learned in whatever order', () => {
  let compared = 0
  fc.assert(
    fc.property(schedules, moments, fc.nat(20), (schedule, at, known) => {
      const before = together(none, schedule.slice(0, known))
      const after = together(none, schedule)
      const sequences = new Map(seriesOf(before, at).map(({ uid, sequence }) => [uid, sequence]))
      for (const { uid, sequence } of seriesOf(after, at)) {
        compared += sequences.has(uid) ? 1 : 0
        expect(sequence).toBeGreaterThanOrEqual(sequences.get(uid) ?? 0)
      }
    }),
    runs,
  )
  expect(compared).toBeGreaterThan(50)
})

test('25: a UID stays when older courses come along, as an account’s do that adopts the phone’s', () => {
  let compared = 0
  const courses = schedules.map((schedule) =>
    schedule.filter(({ kind }) => kind === 'courses' || kind === 'courseVersions'),
  )
  fc.assert(
    fc.property(courses, schedules, moments, (older, schedule, at) => {
      const before = together(none, schedule)
      const after = together(before, older)
      const root = rootOf(before)
      expect(rootOf(after)).not.toBe(root)
      const uids = uidsOf(after, at, root)
      for (const [alarm, uid] of uidsOf(before, at, root)) {
        expect(uids.get(alarm)).toBe(uid)
        compared += 1
      }
    }),
    runs,
  )
  expect(compared).toBeGreaterThan(1_000)
})

const uidsOf = (facts: Facts, at: Moment, root: string) =>
  new Map(
    alarmSeriesOf(facts, momentOf(facts, at.instant), everything, root).flatMap(
      ({ uid, slotId, alarms }) => alarms.map(({ instant }) => [`${slotId} ${instant}`, uid]),
    ),
  )

test('the same facts give the same octets, in whatever order they were learned', () => {
  const shuffled = schedules.chain((schedule) =>
    fc.tuple(fc.constant(schedule), fc.shuffledSubarray(schedule, { minLength: schedule.length })),
  )
  fc.assert(
    fc.property(shuffled, moments, ([schedule, otherwise], at) => {
      const [one, other] = [schedule, otherwise].map((facts) => {
        const known = together(none, facts)
        return calendarFile(known, momentOf(known, at.instant))
      })
      expect(other).toBe(one)
    }),
    runs,
  )
})

const seriesOf = (facts: Facts, at: Moment) =>
  alarmSeriesOf(facts, momentOf(facts, at.instant), everything)

test('no line is longer than 75 octets, and every line ends as the format wants', () => {
  fc.assert(
    fc.property(schedules, moments, (schedule, at) => {
      const facts = together(none, schedule)
      const file = calendarFile(facts, momentOf(facts, at.instant)) ?? '\r\n'
      expect(file.endsWith('\r\n')).toBe(true)
      expect(file.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
      for (const line of file.split('\r\n'))
        expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75)
    }),
    runs,
  )
})
