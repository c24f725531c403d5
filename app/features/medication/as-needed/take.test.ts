import { describe, expect, test } from 'vitest'
import { newIds, withForm } from '../forms/test-forms'
import { enterCourse } from '../detail/enter-course'
import { factsFrom } from '../facts/facts-from'
import type { NewFacts } from '../facts/fact-schema'
import type { Facts } from '../schedule/facts'
import { mergeFacts } from '../schedule/merge-facts'
import { momentOf } from '../schedule/moment'
import { noFacts } from '../schedule/facts'
import { historyOf } from '../schedule/history'
import { pause, senior } from '../schedule/test-facts'
import { take } from './take'

const start = Date.parse('2027-03-01T09:00:00+09:00')
const hours = (count: number) => momentOf(noFacts(senior), start + count * 3_600_000)
const headache = { kind: ['needed'], label: ['두통약'], unit: ['알'], gapHours: ['4'] }

const withMedicine = (amount: string): Facts =>
  withForm(
    noFacts(senior),
    enterCourse({ ...headache, amount: [amount] }, noFacts(senior), hours(0), newIds()),
  )
const after = (facts: Facts, written: NewFacts | null): Facts => {
  if (!written) throw new Error('nothing was written')
  return mergeFacts(facts, factsFrom(written, { by: senior, deviceId: '', at: 0, receivedAt: 0 }))
}
const tap = (facts: Facts, what: string, at: number, intakeId = '') =>
  take({ what, courseId: facts.courses[0]?.id ?? '', intakeId }, facts, hours(at), newIds())

describe('a medicine that is taken when it is needed', () => {
  test.each([
    ['1', 1000],
    ['반', 500],
    ['2', 2000],
  ])('%s at a time is written down as %i thousandths', (typed, amount) => {
    expect(tap(withMedicine(typed), 'take', 0)?.intakes).toMatchObject([{ amount }])
  })

  test('before its gap is over only who insists writes it down', () => {
    const known = withMedicine('1')
    const facts = after(known, tap(known, 'take', 0))
    expect(tap(facts, 'take', 3)?.intakes).toBeUndefined()
    expect(tap(facts, 'insist', 3)?.intakes).toHaveLength(1)
    expect(tap(facts, 'take', 4)?.intakes).toHaveLength(1)
  })

  test('what was taken by mistake is taken back, also days later', () => {
    const known = withMedicine('1')
    const facts = after(known, tap(known, 'take', 0))
    const taken = facts.intakes[0]?.id ?? ''
    const corrected = after(facts, tap(facts, 'undo', 80, taken))
    const days = historyOf(corrected, '2027-03', hours(80))
    expect(days.flatMap(({ intakes }) => intakes)).toEqual([])
    expect(corrected.intakes).toHaveLength(1)
  })

  test('while it rests only who insists writes it down', () => {
    const known = withMedicine('1')
    const courseId = known.courses[0]?.id ?? ''
    for (const over of [{ courseId }, { courseId: null }]) {
      const resting = mergeFacts(known, { pauses: [pause('2027-02-28 09:00', null, over)] })
      expect(tap(resting, 'take', 0)).toBeNull()
      expect(tap(resting, 'insist', 0)?.intakes).toHaveLength(1)
    }
    const over = mergeFacts(known, { pauses: [pause('2027-02-28 09:00', '2027-03-01 08:00')] })
    expect(tap(over, 'take', 0)?.intakes).toHaveLength(1)
  })

  test('nobody takes back what is not there', () => {
    expect(tap(withMedicine('1'), 'undo', 0, 'none')).toBeNull()
  })
})
