import { describe, expect, test } from 'vitest'
import { dayPageOf, suppliesAfter } from './day-page'
import { noMedicines, type MedicationPage } from '../facts/medication-page'
import { careDateOf, minutesPerDay } from '../schedule/care-date'
import { mergeFacts } from '../schedule/merge-facts'
import {
  answer,
  count,
  course,
  having,
  keyOf,
  now,
  on,
  pack,
  pause,
  slotsOf,
  version,
} from '../schedule/test-facts'
import { suppliesOf } from '../stock/supplies'

const at = now('2027-04-20 12:00')
const pouch = course({ id: 'pouch' })
const other = course({ id: 'other' })
const firstOn = on('2027-03-01')
const answered = Array.from({ length: 50 }, (_, i) => {
  const date = new Date((firstOn + i) * minutesPerDay * 60_000).toISOString().slice(0, 10)
  return answer(keyOf(pouch, date, 'morning'), i % 5 === 0 ? 'declined' : 'taken', `${date} 08:00`)
})
const facts = having({
  courses: [pouch, other],
  courseVersions: [
    version(pouch, { slots: slotsOf('morning') }),
    version(other, { slots: slotsOf('morning') }),
  ],
  packs: [pack(pouch, { firstOn, days: 90 }), pack(other, { firstOn, days: 90 })],
  answers: answered,
})
const whole: MedicationPage = { ...noMedicines('senior', at.instant), facts }

describe('what 오늘 starts from', () => {
  const page = dayPageOf(whole)

  test('has the answers of the last days only, and how long everything lasts by all of them', () => {
    expect(page.facts.answers.length).toBeLessThan(12)
    expect(
      page.facts.answers.every(
        ({ takenWall }) => takenWall === null || careDateOf(takenWall) >= at.day - 9,
      ),
    ).toBe(true)
    expect(page.supplies).toEqual(suppliesOf(facts, at))
    expect(page.supplies).not.toEqual(suppliesOf(page.facts, at))
  })

  test('says of no supply how long it lasts where answers are missing', () => {
    expect(dayPageOf(whole, false).supplies).toEqual([])
  })

  test('goes on saying so after an answer', () => {
    const more = answer(keyOf(pouch, '2027-04-20', 'morning'), 'taken', '2027-04-20 08:10')
    const after = mergeFacts(page.facts, { answers: [more] })
    expect(suppliesAfter(page, after)).toEqual(page.supplies)
  })

  test('says nothing more of a course that was restocked or counted since', () => {
    const of = (list: readonly { courseId: string }[]) => list.map(({ courseId }) => courseId)
    const restocked = mergeFacts(page.facts, {
      packs: [pack(pouch, { firstOn: on('2027-04-20'), days: 30 })],
    })
    expect(of(suppliesAfter(page, restocked))).toEqual(['other'])
    const counted = mergeFacts(page.facts, {
      stockCounts: [count(other, '2027-04-20 11:00', 3000, 'morning')],
    })
    expect(of(suppliesAfter(page, counted))).toEqual(['pouch'])
  })

  test('says nothing more of any course once everything is paused', () => {
    const paused = mergeFacts(page.facts, { pauses: [pause('2027-04-20 11:00', null)] })
    expect(suppliesAfter(page, paused)).toEqual([])
  })
})
