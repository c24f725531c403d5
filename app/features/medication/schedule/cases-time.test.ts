import { describe, expect, test } from 'vitest'
import { isoDate, wallMinute } from './care-date'
import { dueDoses } from './due-doses'
import { courseEditFrom, hoursEditFrom } from './edit-from'
import { showDoses } from './dose-state'
import { judgeFact } from './judge-fact'
import { nextOccurrence, type Rule } from './recurrence'
import {
  answer,
  course,
  having,
  hour,
  instant,
  keyOf,
  now,
  on,
  seoul,
  slotsOf,
  version,
  wall,
  zone,
} from './test-facts'
import { mergeFacts } from './merge-facts'
import { careDateIn, dueInstant } from './wall-time'

const heart = course()
const daily = version(heart)
const schedule = having({ courses: [heart], courseVersions: [daily] })
const morning = keyOf(heart, '2027-03-02', 'morning')

const times = (facts: typeof schedule, date: string) =>
  dueDoses(facts, on(date), on(date) + 1).map(({ slotId, wall: due, day }) => {
    const minute = due - wallMinute(day, 0)
    return `${slotId} ${Math.floor(minute / 60)}:${String(minute % 60).padStart(2, '0')}`
  })
const states = (facts: typeof schedule, date: string, at = now(`${date} 12:00`)) =>
  Object.fromEntries(
    showDoses(facts, on(date), on(date) + 1, at).map(({ slotId, state }) => [slotId, state]),
  )

describe('edits', () => {
  test('case 1: an hour moved after its dose was taken applies tomorrow', () => {
    const taken = mergeFacts(schedule, { answers: [answer(morning, 'taken', '2027-03-02 08:05')] })
    const fromOn = hoursEditFrom(taken, 'morning', 570, now('2027-03-02 09:00'))
    const moved = mergeFacts(taken, { slotHours: [hour('morning', '09:30', { fromOn })] })
    expect(times(moved, '2027-03-02')[0]).toBe('morning 8:00')
    expect(times(moved, '2027-03-03')[0]).toBe('morning 9:30')
    expect(states(moved, '2027-03-02')).toMatchObject({ morning: 'taken', noon: 'upcoming' })
  })

  test('case 2: an hour moved before its dose is due applies today, once', () => {
    const fromOn = hoursEditFrom(schedule, 'morning', 540, now('2027-03-02 07:00'))
    const moved = mergeFacts(schedule, { slotHours: [hour('morning', '09:00', { fromOn })] })
    expect(times(moved, '2027-03-02')).toEqual(['morning 9:00', 'noon 13:00', 'evening 18:30'])
    const atEight = states(moved, '2027-03-02', now('2027-03-02 08:00'))
    expect(atEight.morning).toBe('upcoming')
  })

  test('case 3: a course moved to the evening after its morning begins there tomorrow', () => {
    const mornings = version(heart, { slots: slotsOf('morning') })
    const taken = having({
      courses: [heart],
      courseVersions: [mornings],
      answers: [answer(morning, 'taken', '2027-03-02 08:05')],
    })
    const evenings = version(heart, { slots: slotsOf('evening'), baseId: mornings.id })
    const fromOn = courseEditFrom(taken, evenings, now('2027-03-02 07:50'))
    const moved = mergeFacts(taken, { courseVersions: [{ ...evenings, fromOn }] })
    expect(states(moved, '2027-03-02')).toEqual({ morning: 'taken' })
    expect(states(moved, '2027-03-03')).toEqual({ evening: 'upcoming' })
  })

  test('an edit never makes a dose of today late at once', () => {
    const evenings = version(heart, { slots: slotsOf('evening') })
    const facts = having({ courses: [heart], courseVersions: [evenings] })
    const today = on('2027-03-02')
    const at = now('2027-03-02 12:00')
    expect(courseEditFrom(facts, { ...evenings, slots: slotsOf('morning') }, at)).toBe(today + 1)
    expect(courseEditFrom(facts, { ...evenings, slots: slotsOf('bedtime') }, at)).toBe(today)
    expect(hoursEditFrom(facts, 'evening', 700, at)).toBe(today + 1)
    expect(hoursEditFrom(facts, 'evening', 1200, at)).toBe(today)
  })

  test('case 5: a course added at 10:00 has no morning today', () => {
    const added = course({ trackedFrom: wall('2027-03-02 10:00') })
    const facts = having({ courses: [added], courseVersions: [version(added)] })
    expect(times(facts, '2027-03-02')).toEqual(['noon 13:00', 'evening 18:30'])
    const earlier = answer(keyOf(added, '2027-03-02', 'morning'), 'taken', '2027-03-02 08:00')
    const asked = mergeFacts(facts, { answers: [earlier] })
    expect(states(asked, '2027-03-02').morning).toBe('taken')
  })
})

describe('dates', () => {
  test('case 4: bedtime at 00:30 belongs to the evening before', () => {
    const nights = version(heart, { slots: slotsOf('bedtime') })
    const facts = having({
      courses: [heart],
      courseVersions: [nights],
      slotHours: [hour('bedtime', '00:30')],
    })
    expect(careDateIn(seoul, instant('2027-03-02 00:40'))).toBe(on('2027-03-01'))
    const [dose] = dueDoses(facts, on('2027-03-01'), on('2027-03-02'))
    expect(dose?.key).toBe(keyOf(heart, '2027-03-01', 'bedtime'))
    expect(dose?.wall).toBe(wall('2027-03-02 00:30'))
    // At midnight the new date stands under yesterday's still open bedtime.
    expect(states(facts, '2027-03-01', now('2027-03-02 00:40'))).toEqual({ bedtime: 'due' })
  })

  test.each([
    ['2027-03-27', '2027-03-28T01:30:00.000Z'],
    ['2027-10-30', '2027-10-31T00:30:00.000Z'],
  ])('case 13: 02:30 in Berlin on care date %s is due once, at %s', (date, iso) => {
    const nights = version(heart, { slots: slotsOf('bedtime') })
    const facts = having({
      courses: [heart],
      courseVersions: [nights],
      slotHours: [hour('bedtime', '02:30')],
    })
    const due = dueDoses(facts, on(date), on(date) + 1)
    expect(due.map((dose) => new Date(dueInstant(dose, 'Europe/Berlin')).toISOString())).toEqual([
      iso,
    ])
  })

  test('case 14: after a flight to Los Angeles there is no second morning', () => {
    const landed = instant('2027-03-02 08:10')
    const facts = mergeFacts(schedule, {
      answers: [answer(morning, 'taken', '2027-03-02 08:00')],
      zones: [zone('America/Los_Angeles', on('2027-03-01'), landed)],
    })
    const after = now('2027-03-01 15:10', facts, 'America/Los_Angeles')
    expect(isoDate(after.day)).toBe('2027-03-01')
    const next = now('2027-03-02 08:30', facts, 'America/Los_Angeles')
    expect(states(facts, '2027-03-02', next).morning).toBe('taken')
    expect(states(facts, '2027-03-02', after).morning).toBe('taken')
  })

  test('a zone written down ahead rules from its date on', () => {
    const booked = zone('America/Los_Angeles', on('2027-03-05'), instant('2027-03-01 12:00'))
    const facts = mergeFacts(schedule, { zones: [booked] })
    expect(now('2027-03-04 12:00', facts).zone).toBe(seoul)
    expect(now('2027-03-05 04:00', facts, 'America/Los_Angeles').zone).toBe('America/Los_Angeles')
  })

  test('doses jumped over on a flight east read as travelling', () => {
    const fly = instant('2027-03-02 12:00')
    const facts = mergeFacts(schedule, { zones: [zone('Pacific/Auckland', on('2027-03-02'), fly)] })
    const landed = now('2027-03-02 16:10', facts, 'Pacific/Auckland')
    expect(states(facts, '2027-03-02', landed)).toEqual({
      morning: 'question',
      noon: 'travelling',
      evening: 'upcoming',
    })
  })

  test('case 15: an answer to a date that has not begun for the server is held', () => {
    const ahead = answer(keyOf(heart, '2027-03-03', 'morning'), 'taken', '2027-03-03 08:05')
    const serverNow = now('2027-03-02 08:06')
    expect(judgeFact(schedule, { kind: 'answers', fact: ahead }, serverNow)).toBe('not_yet')
    const phoneNow = now('2027-03-03 08:06')
    expect(judgeFact(schedule, { kind: 'answers', fact: ahead }, phoneNow)).toBe('accepted')
  })

  test('case 16: every 2 days over 29 February, and every 84 days', () => {
    const datesOf = (rule: Rule, from: string, length: number) => {
      const dates: string[] = []
      for (let day = nextOccurrence(rule, on(from)); day !== null && dates.length < length;) {
        dates.push(isoDate(day))
        day = nextOccurrence(rule, day + 1)
      }
      return dates
    }
    const second: Rule = { kind: 'every', anchor: on('2028-02-27'), n: 2 }
    expect(datesOf(second, '2028-02-01', 3)).toEqual(['2028-02-27', '2028-02-29', '2028-03-02'])
    const quarterly: Rule = { kind: 'every', anchor: on('2027-01-01'), n: 84 }
    expect(datesOf(quarterly, '2027-01-02', 2)).toEqual(['2027-03-26', '2027-06-18'])
    const cycle: Rule = { kind: 'cycle', anchor: on('2027-03-01'), on: 2, off: 1 }
    expect(datesOf(cycle, '2027-02-27', 3)).toEqual(['2027-03-01', '2027-03-02', '2027-03-04'])
    const facts = having({
      courses: [heart],
      courseVersions: [version(heart, { rule: quarterly, slots: slotsOf('morning') })],
    })
    expect(dueDoses(facts, on('2027-01-02'), on('2028-01-01'))).toHaveLength(4)
  })
})
