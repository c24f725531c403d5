import { expect, test } from 'vitest'
import { currentIdOf, rulingOn, rulingsOf } from './chain'
import { judgeFact } from './judge-fact'
import { course, having, now, on, version } from './test-facts'

const heart = course()
const first = version(heart)
const next = version(heart, { baseId: first.id, fromOn: on('2027-03-10') })
const at = now('2027-03-02 12:00')

test('the last of the chain that has begun rules, also when it reaches further back', () => {
  const back = version(heart, { baseId: next.id, fromOn: on('2027-03-05') })
  const rulings = rulingsOf([back, next, first])
  const idsOn = ['2027-01-01', '2027-03-04', '2027-03-05', '2027-03-12'].map(
    (date) => rulingOn(rulings, on(date))?.id,
  )
  expect(idsOn).toEqual([first.id, first.id, back.id, back.id])
  expect(rulingOn(rulings, on('2026-12-31'))).toBeUndefined()
})

test('an edit of what somebody else changed meanwhile is not accepted', () => {
  const facts = having({ courses: [heart], courseVersions: [first, next] })
  const stale = version(heart, { baseId: first.id, fromOn: on('2027-03-11') })
  expect(judgeFact(facts, { kind: 'courseVersions', fact: stale }, at)).toBe('changed_meanwhile')
  const again = version(heart, { fromOn: on('2027-03-11') })
  expect(judgeFact(facts, { kind: 'courseVersions', fact: again }, at)).toBe('changed_meanwhile')
  const current = { ...stale, baseId: next.id }
  expect(judgeFact(facts, { kind: 'courseVersions', fact: current }, at)).toBe('accepted')
})

test('the server’s version stands before the one that waits on this phone', () => {
  const waiting = { ...next, id: '0-smallest', receivedAt: null }
  expect(currentIdOf([waiting, first, next])).toBe(next.id)
  expect(currentIdOf([next, first, waiting])).toBe(next.id)
  expect(currentIdOf([first, waiting])).toBe(waiting.id)
})
