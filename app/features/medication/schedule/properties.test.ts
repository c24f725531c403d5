import fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import { startOfCareDate } from './care-date'
import { nextIntake } from './as-needed'
import { mayReplace } from './dose-record'
import { recordsOf } from './dose-records'
import { showDoses } from './dose-state'
import { dueDoses } from './due-doses'
import type { Facts } from './facts'
import { judgeFact } from './judge-fact'
import { mergeFacts } from './merge-facts'
import { runOutOf } from './run-out'
import { stockOf } from './stock'
import { done, only, together } from './test-acts'
import { days, edits, first, last, moments, sayings, schedules } from './test-arbitraries'
import { now, none, pause, senior } from './test-facts'

/** The same every time, so that red means a change; PROPERTY_SEED looks elsewhere. */
const seed = Number(process.env.PROPERTY_SEED ?? 20_261_124)
const runs = { numRuns: 10_000, seed }
const slow = 60_000
const until = last + 1
const far = now('2099-01-01 12:00')

/** Everything that is asked of the facts, in one value. */
const pictureOf = (facts: Facts, at: typeof far) => ({
  due: dueDoses(facts, first, until).map(({ key, wall, paused }) => [key, wall, paused]),
  shown: showDoses(facts, first, first + 8, at).map(({ key, state, record }) => [
    key,
    state,
    record?.heads.map(({ id }) => id),
  ]),
  courses: facts.courses
    .map(({ id }) => id)
    .sort()
    .map((id) => [stockOf(facts, id, at), nextIntake(facts, id, at)]),
})

describe('properties of any schedule', () => {
  test(
    '21: accepted facts in any order, repeated and in any batches, come to the same',
    { timeout: slow },
    () => {
      const everything = fc.tuple(schedules, sayings, moments, fc.infiniteStream(fc.nat(1000)))
      fc.assert(
        fc.property(everything, ([schedule, said, at, order]) => {
          const all = [...schedule, ...done(schedule, said)]
          let known = none
          for (const one of all) {
            expect(judgeFact(known, one, far)).toBe('accepted')
            known = mergeFacts(known, only(one))
          }
          const place = new Map(all.map((one) => [one, order.next().value]))
          const shuffled = [...all].sort((a, b) => (place.get(a) ?? 0) - (place.get(b) ?? 0))
          const half = together(none, shuffled.slice(0, shuffled.length / 2))
          pictureOf(half, at)
          const again = together(together(half, shuffled), all.slice(-3))
          expect(pictureOf(again, at)).toEqual(pictureOf(known, at))
        }),
        runs,
      )
    },
  )

  describe('in any zone of the process', () => {
    const usual = process.env.TZ
    afterAll(() => {
      if (usual === undefined) delete process.env.TZ
      else process.env.TZ = usual
    })

    test('22: answers, snoozes, reach and TZ never change what is due', { timeout: slow }, () => {
      const zones = fc.constantFrom('UTC', 'Asia/Seoul', 'America/New_York', 'Pacific/Apia')
      const offsets = new Set<number>()
      fc.assert(
        fc.property(schedules, sayings, zones, (schedule, said, zone) => {
          const facts = together(none, schedule)
          process.env.TZ = 'UTC'
          const due = dueDoses(facts, first, until)
          process.env.TZ = zone
          offsets.add(new Date(0).getTimezoneOffset())
          const answered = together({ ...facts }, done(schedule, said))
          expect(dueDoses(answered, first, until)).toEqual(due)
        }),
        runs,
      )
      expect(offsets.size).toBe(4)
    })
  })

  test('23: due doses add up over time, each key once', { timeout: slow }, () => {
    fc.assert(
      fc.property(schedules, days, (schedule, middle) => {
        const facts = together(none, schedule)
        const all = dueDoses(facts, first, until)
        const parts = [...dueDoses(facts, first, middle), ...dueDoses(facts, middle, until)]
        const keys = (doses: typeof all) => doses.map(({ key }) => key).sort()
        expect(keys(parts)).toEqual(keys(all))
        expect(new Set(keys(all)).size).toBe(all.length)
      }),
      runs,
    )
  })

  test('23: edits from a date on change nothing before it', { timeout: slow }, () => {
    fc.assert(
      fc.property(schedules, edits, days, fc.boolean(), (schedule, acts, from, paused) => {
        const facts = together(none, schedule)
        const edited = together(facts, done(schedule, acts, from))
        const open = { ...pause('2000-01-01 00:00', null), fromWall: startOfCareDate(from) }
        const after = paused ? mergeFacts(edited, { pauses: [open] }) : edited
        expect(dueDoses(after, first, from)).toEqual(dueDoses(facts, first, from))
      }),
      runs,
    )
  })

  test(
    '24: answers stand until they are replaced, and no answered key vanishes',
    { timeout: slow },
    () => {
      fc.assert(
        fc.property(schedules, sayings, edits, (schedule, said, acts) => {
          const answered = [...schedule, ...done(schedule, said)]
          const after = together(none, [...answered, ...done(answered, acts)])
          const records = recordsOf(after)
          for (const answer of after.answers.filter(({ kind }) => kind === 'taken')) {
            const isReplaced = after.answers.some(
              (other) => other.replaces.includes(answer.id) && mayReplace(other, answer, senior),
            )
            const heads = records.find(answer.doseKey)?.heads ?? []
            expect(heads.includes(answer)).toBe(!isReplaced)
          }
          const shown = new Set(showDoses(after, first, until, far).map(({ key }) => key))
          expect(after.answers.every(({ doseKey }) => shown.has(doseKey))).toBe(true)
        }),
        runs,
      )
    },
  )

  test('24: the earliest run-out is never after the latest', { timeout: slow }, () => {
    fc.assert(
      fc.property(schedules, sayings, moments, (schedule, said, at) => {
        const answered = together(none, [...schedule, ...done(schedule, said)])
        for (const { id } of answered.courses) {
          const stock = stockOf(answered, id, at)
          for (const one of stock) {
            expect(one.leastLeft).toBeLessThanOrEqual(one.mostLeft)
            expect(one.earliestOn ?? Infinity).toBeLessThanOrEqual(one.latestOn ?? Infinity)
          }
          const all = runOutOf(stock)
          expect(all?.earliestOn ?? Infinity).toBeLessThanOrEqual(all?.latestOn ?? Infinity)
        }
      }),
      runs,
    )
  })
})
