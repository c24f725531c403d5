import { describe, expect, test } from 'vitest'
import type { NewFacts } from '../facts/fact-schema'
import { factsFrom } from '../facts/facts-from'
import type { Facts } from '../schedule/facts'
import { mergeFacts } from '../schedule/merge-facts'
import {
  course,
  having,
  none,
  now,
  on,
  pack,
  senior,
  slotsOf,
  version,
} from '../schedule/test-facts'
import { suppliesOf } from '../stock/supplies'
import { comingVisits, nextVisit, visitInWords } from './next-visit'
import { callOffVisit, planVisit, type VisitValues } from './plan-visit'

const pouch = course()
const running = having({
  courses: [pouch],
  courseVersions: [version(pouch, { slots: slotsOf('evening') })],
  packs: [pack(pouch, { firstOn: on('2027-03-01'), days: 30 })],
})
const at = now('2027-03-10 12:00')
let made = 0
const newId = () => `made-${++made}`
const values = (over: Partial<VisitValues> = {}): VisitValues => ({
  on: '2027-03-20',
  time: '10:30',
  place: ' 서울  내과 ',
  replaces: '',
  ...over,
})
const apply = (facts: Facts, written: NewFacts | null) => {
  if (!written) throw new Error('nothing to write')
  return mergeFacts(facts, factsFrom(written, { by: senior, deviceId: '', at: 0, receivedAt: 0 }))
}
const plan = (facts: Facts, over: Partial<VisitValues> = {}) => {
  const planned = planVisit(values(over), facts, at, newId)
  if ('errors' in planned) throw new Error(JSON.stringify(planned.errors))
  return apply(facts, planned.facts)
}

describe('the next visit', () => {
  test('is the day on which the first medicine runs out, until the person sets one', () => {
    // Nine evenings without an answer: at the earliest nine pouches are gone, at the latest none.
    expect(nextVisit(suppliesOf(running, at), running, at)).toEqual({
      kind: 'run_out',
      on: on('2027-03-30'),
    })
    expect(nextVisit(suppliesOf(none, at), none, at)).toBeNull()
    const set = plan(running)
    expect(nextVisit(suppliesOf(set, at), set, at)).toMatchObject({
      kind: 'set',
      visit: { on: on('2027-03-20'), minute: 630, place: '서울 내과' },
    })
  })

  test('stands until its day is over, by the clock on the wall', () => {
    const set = plan(running)
    expect(comingVisits(set, now('2027-03-20 23:59'))).toHaveLength(1)
    expect(comingVisits(set, now('2027-03-21 00:30'))).toHaveLength(0)
  })

  test('set anew takes the place of the old one; called off it is gone, and the run-out is back', () => {
    const set = plan(running)
    const [first] = comingVisits(set, at)
    const moved = plan(set, { on: '2027-03-22', time: '', replaces: first?.id ?? '' })
    expect(comingVisits(moved, at).map(visitInWords)).toEqual(['3월 22일 (월)'])
    expect(moved.clinicVisits).toHaveLength(2)
    const [second] = comingVisits(moved, at)
    const off = apply(moved, callOffVisit(second?.id ?? '', moved, at, newId))
    expect(nextVisit(suppliesOf(off, at), off, at)?.kind).toBe('run_out')
    expect(callOffVisit(second?.id ?? '', off, at, newId)).toBeNull()
  })

  test('of several the first one, in whatever order they were set', () => {
    const set = plan(plan(running, { on: '2027-04-01' }), { on: '2027-03-20', time: '' })
    expect(comingVisits(set, at).map(visitInWords)).toEqual([
      '3월 20일 (토)',
      '4월 1일 (목) 오전 10시 30분',
    ])
  })

  test('a date that is over, too far or none, and a time nobody can read, are said beside the field', () => {
    const errorsOf = (over: Partial<VisitValues>) => {
      const planned = planVisit(values(over), running, at, newId)
      return 'errors' in planned ? Object.keys(planned.errors) : []
    }
    for (const date of ['', '2027-03-09', '2029-03-11', '2027-04-31', 'x', '20270320'])
      expect(errorsOf({ on: date }), date).toEqual(['on'])
    for (const time of ['24:00', '10:60', 'x']) expect(errorsOf({ time })).toEqual(['time'])
    expect(errorsOf({ place: '가'.repeat(61) })).toEqual(['place'])
    expect(errorsOf({ on: '2027-03-10', time: '', place: '' })).toEqual([])
  })
})
