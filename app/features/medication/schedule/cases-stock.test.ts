import { describe, expect, test } from 'vitest'
import { isoDate, type EpochDay } from './care-date'
import { dueDoses } from './due-doses'
import type { Course, Facts } from './facts'
import { doseKey } from './keys'
import { mergeFacts } from './merge-facts'
import { mayPauseFrom, pausesToConfirm } from './pauses'
import { daysLeft, runOutOf, runOutWarning } from './run-out'
import { stockOf } from './stock'
import { stockSince } from './stock-arrivals'
import {
  answer,
  count,
  course,
  fact,
  having,
  hour,
  keyOf,
  now,
  on,
  pack,
  pause,
  slotsOf,
  version,
  wall,
} from './test-facts'

const iso = (day: EpochDay | null | undefined) =>
  day === null || day === undefined ? null : isoDate(day)
const twice = slotsOf('morning', 'evening')
const hospital = pause('2027-03-10 09:00', '2027-03-13 15:00')
const prescription = (of: Course, more: Parameters<typeof mergeFacts>[1] = {}) =>
  mergeFacts(
    having({ courses: [of], courseVersions: [version(of, { slots: twice })], packs: [pack(of)] }),
    more,
  )
const runsOut = (facts: Facts, of: Course, time: string) =>
  Object.fromEntries(
    stockOf(facts, of.id, now(time)).map(({ slotId, earliestOn, latestOn }) => [
      slotId,
      [iso(earliestOn), iso(latestOn)],
    ]),
  )
const lastDoses = (facts: Facts) =>
  Object.fromEntries(
    dueDoses(facts, on('2027-03-01'), on('2028-01-01')).map(({ slotId, day }) => [
      slotId,
      iso(day),
    ]),
  )
/** Every dose of the days answered as taken but for those that are named. */
const answersUntil = (facts: Facts, until: string, said: Record<string, 'declined' | 'unknown'>) =>
  dueDoses(facts, on('2027-03-01'), on(until))
    .filter((dose) => !dose.paused && dose.wall >= wall('2027-03-01 18:30'))
    .map(({ key, day, slotId }) =>
      answer(key, said[`${isoDate(day)} ${slotId}`] ?? 'taken', `${isoDate(day)} 19:00`),
    )

const long = course()
const short = course({ endsWithPack: true })

describe('packs', () => {
  test('case 17: 30 days from an evening last until an evening and the morning after', () => {
    expect(runsOut(prescription(long), long, '2027-03-01 17:00')).toEqual({
      morning: ['2027-03-31', '2027-03-31'],
      evening: ['2027-03-30', '2027-03-30'],
    })
    expect(lastDoses(prescription(short))).toEqual({ morning: '2027-03-31', evening: '2027-03-30' })
    const stock = stockOf(prescription(long), long.id, now('2027-03-01 17:00'))
    expect(iso(runOutOf(stock)?.earliestOn)).toBe('2027-03-30')
  })

  test('case 18: the hospital moves the end, declined and unknown doses make it uncertain', () => {
    const paused = prescription(long, { pauses: [hospital] })
    expect(runsOut(paused, long, '2027-03-01 17:00')).toEqual({
      morning: ['2027-04-03', '2027-04-03'],
      evening: ['2027-04-02', '2027-04-02'],
    })
    const said = {
      '2027-03-03 evening': 'declined',
      '2027-03-04 evening': 'declined',
      '2027-03-05 evening': 'unknown',
    } as const
    const answers = answersUntil(paused, '2027-03-20', said)
    expect(runsOut(mergeFacts(paused, { answers }), long, '2027-03-20 07:00')).toEqual({
      morning: ['2027-04-03', '2027-04-03'],
      evening: ['2027-04-04', '2027-04-05'],
    })
    const ending = prescription(short, { pauses: [hospital] })
    const answered = mergeFacts(ending, { answers: answersUntil(ending, '2027-03-20', said) })
    expect(lastDoses(answered)).toEqual({ morning: '2027-04-03', evening: '2027-04-02' })
  })

  test('a pause without an end keeps a prescription open', () => {
    const open = prescription(short, { pauses: [{ ...hospital, toWall: null }] })
    const doses = dueDoses(open, on('2027-06-01'), on('2027-06-02'))
    expect(doses.map(({ paused }) => paused)).toEqual([true, true])
  })

  test('a pouch moved to another time of day is still covered by its pack', () => {
    const mornings = version(short, { slots: slotsOf('morning') })
    const moved = having({
      courses: [short],
      courseVersions: [
        mornings,
        version(short, {
          slots: slotsOf('evening'),
          baseId: mornings.id,
          fromOn: on('2027-03-05'),
        }),
      ],
      packs: [pack(short, { firstSlot: 'morning', days: 7 })],
    })
    expect(lastDoses(moved)).toEqual({ morning: '2027-03-04', evening: '2027-03-07' })
  })

  test('a slot that was added goes on with the others, also when a later pack brings its own', () => {
    const mornings = version(short, { slots: slotsOf('morning') })
    const added = having({
      courses: [short],
      courseVersions: [
        mornings,
        version(short, { slots: twice, baseId: mornings.id, fromOn: on('2027-03-03') }),
      ],
      packs: [pack(short, { firstSlot: 'morning', days: 5 })],
    })
    expect(lastDoses(added)).toEqual({ morning: '2027-03-05', evening: '2027-03-04' })
    const later = pack(short, { firstOn: on('2027-04-01'), days: 2 })
    const doses = (facts: Facts) => dueDoses(facts, on('2027-03-01'), on('2027-03-31'))
    expect(doses(mergeFacts(added, { packs: [later] }))).toEqual(doses(added))
  })

  test('a second pack begins again after a gap, and one taken back never was', () => {
    const second = pack(short, { firstOn: on('2027-04-10'), days: 2 })
    const facts = prescription(short, { packs: [second] })
    expect(dueDoses(facts, on('2027-04-05'), on('2027-04-30'))).toHaveLength(4)
    const retractions = [{ ...fact(), factId: second.id }]
    const without = mergeFacts(facts, { retractions })
    expect(dueDoses(without, on('2027-04-05'), on('2027-04-30'))).toEqual([])
  })
})

describe('what is left', () => {
  test('a count makes it certain again; second doses come off', () => {
    const of = long
    const facts = prescription(of, {
      stockCounts: [
        count(of, '2027-03-10 12:00', 5000, 'evening'),
        count(of, '2027-03-10 12:00', 9000, 'morning'),
      ],
    })
    expect(runsOut(facts, of, '2027-03-10 12:30')).toEqual({
      morning: ['2027-03-18', '2027-03-18'],
      evening: ['2027-03-14', '2027-03-14'],
    })
    const key = keyOf(of, '2027-03-10', 'evening')
    const answers = [
      answer(key, 'taken', '2027-03-10 18:40'),
      answer(key, 'extra', '2027-03-10 20:00'),
    ]
    const evening = stockOf(mergeFacts(facts, { answers }), of.id, now('2027-03-10 21:00')).find(
      ({ slotId }) => slotId === 'evening',
    )
    expect(evening).toMatchObject({ leastLeft: 3000, mostLeft: 3000 })
    expect(iso(evening?.earliestOn)).toBe('2027-03-13')
  })

  test('a dose without an answer was perhaps taken, from the next day on', () => {
    const facts = prescription(long)
    const evening = (time: string) => runsOut(facts, long, time).evening
    expect(evening('2027-03-01 20:00')).toEqual(['2027-03-30', '2027-03-30'])
    expect(evening('2027-03-02 08:00')).toEqual(['2027-03-30', '2027-03-31'])
  })

  test('a box is shared by all slots, each with its own amount', () => {
    const box = course({ kind: 'single' })
    const slots = [
      { slotId: 'morning', amount: 2000 },
      { slotId: 'evening', amount: 1000 },
    ]
    const facts = having({
      courses: [box],
      courseVersions: [version(box, { slots })],
      packs: [pack(box, { firstSlot: 'morning', days: null, amount: 30_000 })],
    })
    expect(stockOf(facts, box.id, now('2027-03-01 07:00'))).toEqual([
      {
        slotId: null,
        leastLeft: 30_000,
        mostLeft: 30_000,
        earliestOn: on('2027-03-10'),
        latestOn: on('2027-03-10'),
      },
    ])
  })

  test('packs of years ago are forgotten, and a count of all slots is where it begins', () => {
    const packs = [2024, 2025, 2026].map((year) => pack(long, { firstOn: on(`${year}-06-01`) }))
    const facts = having({ courses: [long], courseVersions: [version(long)], packs })
    expect(iso(stockSince(facts, long.id, wall('2027-03-01 12:00')))).toBe('2026-06-01')
    expect(iso(stockSince(facts, long.id, wall('2029-03-01 12:00')))).toBe('2026-06-01')
    const counts = ['morning', 'noon', 'evening'].map((slot, i) =>
      count(long, `2026-07-0${i + 1} 12:00`, 3000, slot),
    )
    const counted = mergeFacts(facts, { stockCounts: counts })
    expect(iso(stockSince(counted, long.id, wall('2027-03-01 12:00')))).toBe('2026-07-01')
  })

  test('answers that contradict each other may have used one or none', () => {
    const key = doseKey(long.id, on('2027-03-01'), 'evening')
    const answers = [
      answer(key, 'taken', '2027-03-01 18:40', { by: 'daughter' }),
      answer(key, 'declined', '2027-03-01 18:45'),
    ]
    const stock = stockOf(prescription(long, { answers }), long.id, now('2027-03-01 20:00'))
    expect(stock.find(({ slotId }) => slotId === 'evening')).toMatchObject({
      leastLeft: 29_000,
      mostLeft: 30_000,
    })
  })

  test('taken on two phones hours apart may have been one or two', () => {
    const key = doseKey(long.id, on('2027-03-01'), 'evening')
    const answers = ['18:40', '20:40'].map((time) => answer(key, 'taken', `2027-03-01 ${time}`))
    const stock = stockOf(prescription(long, { answers }), long.id, now('2027-03-01 21:00'))
    expect(stock.find(({ slotId }) => slotId === 'evening')).toMatchObject({
      leastLeft: 28_000,
      mostLeft: 29_000,
    })
  })

  test('the warning comes five days before, at 10:00, on a Friday instead of the weekend', () => {
    expect(runOutWarning(on('2027-03-31'))).toBe(wall('2027-03-26 10:00'))
    expect(runOutWarning(on('2027-04-01'))).toBe(wall('2027-03-26 10:00'))
    expect(runOutWarning(on('2027-04-02'))).toBe(wall('2027-03-26 10:00'))
    expect(runOutWarning(on('2027-04-03'))).toBe(wall('2027-03-29 10:00'))
    expect(daysLeft(on('2027-03-31'), on('2027-03-31'))).toBe(0)
  })
})

describe('pauses', () => {
  test('the earliest end holds, and the last moment is not paused', () => {
    const open = { ...hospital, toWall: null }
    const end = (time: string) => ({ ...fact(), pauseId: open.id, toWall: wall(time) })
    const facts = prescription(long, {
      pauses: [open],
      pauseEnds: [end('2027-03-13 18:30'), end('2027-03-12 08:00')],
      slotHours: [hour('morning', '08:00')],
    })
    const paused = dueDoses(facts, on('2027-03-10'), on('2027-03-14')).filter((one) => one.paused)
    expect(paused.map(({ day, slotId }) => `${isoDate(day)} ${slotId}`)).toEqual([
      '2027-03-10 evening',
      '2027-03-11 morning',
      '2027-03-11 evening',
    ])
  })

  test('one without an end is asked about after a week, and none begins over 31 days ago', () => {
    const facts = prescription(long, { pauses: [{ ...hospital, toWall: null }] })
    expect(pausesToConfirm(facts, wall('2027-03-17 08:59'))).toEqual([])
    expect(pausesToConfirm(facts, wall('2027-03-17 09:00'))).toHaveLength(1)
    expect(mayPauseFrom(wall('2027-03-01 09:00'), wall('2027-04-01 09:00'))).toBe(true)
    expect(mayPauseFrom(wall('2027-03-01 08:59'), wall('2027-04-01 09:00'))).toBe(false)
  })
})
