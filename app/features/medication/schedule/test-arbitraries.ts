import fc from 'fast-check'
import type { NewFact } from './judge-fact'
import { momentOf, type Moment } from './moment'
import type { Rule } from './recurrence'
import { done } from './test-acts'
import { fact, none } from './test-facts'

/** The care dates on which everything generated takes place: about three weeks around a change to summer time. */
export const first = 20_895
export const last = first + 24
export const days = fc.integer({ min: first, max: last })

const slotId = fc.constantFrom('morning', 'noon', 'evening', 'bedtime', 'exact')
const wall = fc.integer({ min: first * 1440, max: last * 1440 })
const small = fc.integer({ min: 1, max: 5 })
const pick = fc.nat(7)

const rule: fc.Arbitrary<Rule> = fc.oneof(
  fc.constant<Rule>({ kind: 'daily' }),
  fc.record({ kind: fc.constant('weekdays' as const), mask: fc.integer({ min: 0, max: 127 }) }),
  fc.record({ kind: fc.constant('every' as const), anchor: days, n: small }),
  fc.record({ kind: fc.constant('cycle' as const), anchor: days, on: small, off: small }),
)
const slots = fc.uniqueArray(fc.record({ slotId, amount: fc.constantFrom(1000, 500, 2000) }), {
  selector: (slot) => slot.slotId,
  minLength: 1,
  maxLength: 3,
})

const course = fc.record({
  kind: fc.constantFrom(
    'pouch' as const,
    'pouch' as const,
    'single' as const,
    'as_needed' as const,
  ),
  trackedFrom: fc.oneof(fc.constant(0), wall),
  endsWithPack: fc.boolean(),
})

const edit = {
  version: fc.record({ pick, rule, slots, fromOn: days, lastOn: fc.option(days, { freq: 8 }) }),
  hour: fc.record({ slotId, fromOn: days, minute: fc.integer({ min: 240, max: 1679 }) }),
  pack: fc.record({ pick, firstOn: days, firstSlot: slotId, days: fc.integer({ min: 1, max: 9 }) }),
}
const act = {
  ...edit,
  pause: fc.record({ pick, all: fc.boolean(), fromWall: wall, length: fc.option(fc.nat(9000)) }),
  pauseEnd: fc.record({ pick, toWall: wall }),
  count: fc.record({ pick, slotId, countedWall: wall, left: fc.nat(9).map((n) => n * 500) }),
  retraction: fc.record({ pick }),
  zone: fc.record({ name: fc.constantFrom('Europe/Berlin', 'America/Los_Angeles'), fromOn: days }),
}
const said = {
  answer: fc.record({
    pick,
    // Few keys, so that answers meet.
    slotId: fc.constantFrom('morning', 'evening'),
    day: fc.integer({ min: first, max: first + 2 }),
    kind: fc.constantFrom('taken', 'declined', 'unknown', 'cleared', 'extra' as const),
    bySenior: fc.boolean(),
    minute: fc.integer({ min: 240, max: 1679 }),
    replaces: fc.array(pick, { maxLength: 2 }),
  }),
  intake: fc.record({ pick, takenWall: wall }),
  reach: fc.record({ outboxEmpty: fc.boolean(), receivedAt: wall }),
  snooze: fc.record({ untilWall: wall }),
}

const anyOf = <T extends Record<string, fc.Arbitrary<unknown>>>(acts: T, maxLength: number) =>
  fc.array(fc.oneof(...Object.entries(acts).map(named)), { maxLength })
const named = ([name, one]: [string, fc.Arbitrary<unknown>]) =>
  one.map((body) => [name, body] as Act)

type Bodies = typeof act & typeof said
/** One thing done, as yet without ids. */
export type Act = {
  [K in keyof Bodies]: [K, Bodies[K] extends fc.Arbitrary<infer A> ? A : never]
}[keyof Bodies]

export const edits = anyOf(edit, 3)
export const sayings = anyOf(said, 16)
export const moments = wall.map((minute): Moment => momentOf(none, minute * 60_000))

const courses = fc.array(fc.tuple(course, edit.version), { minLength: 1, maxLength: 2 })

/** Courses with a version each, and what was done to them since. */
export const schedules = fc.tuple(courses, anyOf(act, 10)).map(([begun, acts]): NewFact[] => {
  const made = begun.map(([one]): NewFact => {
    return { kind: 'courses', fact: { ...fact(), label: '', ...one } }
  })
  const versions = begun.map(([, one], pick): Act => ['version', { ...one, pick, fromOn: first }])
  return [...made, ...done(made, [...versions, ...acts])]
})
