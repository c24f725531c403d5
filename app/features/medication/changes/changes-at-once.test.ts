import { describe, expect, test } from 'vitest'
import { courseState } from '../courses/course-state'
import { dosesFrom, newIds, written } from '../forms/test-forms'
import { newFactsSchema } from '../facts/fact-schema'
import { factsFrom } from '../facts/facts-from'
import type { Facts } from '../schedule/facts'
import { mergeFacts, type MoreFacts } from '../schedule/merge-facts'
import {
  course,
  daughter,
  having,
  hour,
  now,
  on,
  pack,
  pause,
  senior,
  slotsOf,
  version,
  wall,
} from '../schedule/test-facts'
import { answerChange } from './answer-change'
import { changeInWords } from './change-words'
import { listChanges } from './list-changes'

const idOf = (last: number) => `019ab2c4-0000-7000-8000-${String(last).padStart(12, '0')}`
const pressure = course({ id: idOf(1), kind: 'single', label: '혈압약' })
const sugar = course({ id: idOf(2), kind: 'single', label: '당뇨약' })
const exact = idOf(9)
const first = version(pressure, { id: idOf(3), slots: slotsOf('morning'), unit: '알' })
const ofSugar = version(sugar, { id: idOf(4), slots: slotsOf(exact), unit: '알' })
const before = having({
  courses: [pressure, sugar],
  courseVersions: [first, ofSugar],
  slotHours: [hour(exact, '10:00', { id: idOf(5) })],
})
const nine = now('2027-03-02 09:00')
const ten = now('2027-03-02 10:00')
/** Written by the daughter at nine, all of it at once. */
const hers = { by: daughter, at: nine.instant, receivedAt: nine.instant }
const did = (...more: MoreFacts[]): Facts => more.reduce<Facts>(mergeFacts, before)
const cards = (facts: Facts) =>
  listChanges(facts, ten).map((change) =>
    changeInWords(change, facts, ten, { [daughter]: '김미영' }),
  )
const doses = (facts: Facts) => dosesFrom(facts, '2027-03-02', '2027-03-04')
/** The senior puts each change back, one after the other. */
const allBack = (facts: Facts) =>
  listChanges(facts, ten).reduce((known, { id }) => {
    const made = written(
      answerChange({ intent: ['put-back'], changeId: [id] }, known, ten, newIds()),
    )
    expect(newFactsSchema.safeParse(made).success).toBe(true)
    const mine = { by: senior, deviceId: '', at: ten.instant, receivedAt: null }
    return mergeFacts(known, factsFrom(made, mine))
  }, facts)

describe('of what comes at once nothing is hidden, and each can be put back', () => {
  test('two medicines are two changes', () => {
    const changed = did({
      courseVersions: [
        version(pressure, { ...hers, id: idOf(11), baseId: first.id, slots: slotsOf('noon') }),
        version(sugar, {
          ...hers,
          id: idOf(12),
          baseId: ofSugar.id,
          fromOn: on('2027-03-02'),
          lastOn: on('2027-03-01'),
        }),
      ],
    })
    expect(
      cards(changed)
        .map(({ title }) => title)
        .sort(),
    ).toEqual(['김미영 님이 당뇨약을 끝냈어요', '김미영 님이 혈압약을 바꿨어요'])
    expect(doses(changed).some((dose) => dose.includes(exact))).toBe(false)
    const back = allBack(changed)
    expect(listChanges(back, ten).map(({ answered }) => answered)).toEqual(['put_back', 'put_back'])
    expect(dosesFrom(back, '2027-03-03', '2027-03-04')).toEqual(['0 morning', `0 ${exact}`])
  })

  test('two versions of one medicine are one step, put back to the one before both', () => {
    const changed = did({
      courseVersions: [
        version(pressure, {
          ...hers,
          id: idOf(12),
          baseId: idOf(11),
          slots: slotsOf('bedtime'),
          unit: '알',
        }),
        version(pressure, {
          ...hers,
          id: idOf(11),
          baseId: first.id,
          slots: slotsOf('noon'),
          unit: '알',
        }),
      ],
    })
    expect(cards(changed)).toMatchObject([{ was: ['언제: 매일 아침'], is: ['언제: 매일 자기 전'] }])
    expect(dosesFrom(allBack(changed), '2027-03-03', '2027-03-04')).toContain('0 morning')
    expect(dosesFrom(allBack(changed), '2027-03-03', '2027-03-04')).not.toContain('0 noon')
  })

  test('a medicine that was changed, paused and refilled is told whole', () => {
    const changed = did({
      courseVersions: [
        version(pressure, {
          ...hers,
          id: idOf(11),
          baseId: first.id,
          slots: slotsOf('noon'),
          unit: '알',
        }),
      ],
      pauses: [pause('2027-03-02 09:00', null, { ...hers, id: idOf(12), courseId: pressure.id })],
      packs: [
        pack(pressure, { ...hers, id: idOf(13) }),
        pack(pressure, { ...hers, id: idOf(14), days: null, amount: 10_000 }),
      ],
    })
    expect(cards(changed)).toEqual([
      {
        title: '김미영 님이 혈압약을 바꿨어요',
        when: '오늘 오전 9시',
        was: ['언제: 매일 아침', '드시는 중'],
        is: ['언제: 매일 점심', '쉬는 중', '30일치, 10'],
      },
    ])
    const back = allBack(changed)
    expect(courseState(back, pressure.id, ten)).toBe('running')
    expect(dosesFrom(back, '2027-03-03', '2027-03-04')).toContain('0 morning')
    expect(back.retractions.map(({ factId }) => factId).sort()).toEqual([idOf(13), idOf(14)])
  })

  test('a pause beside the end of an old one is no longer pause', () => {
    const old = pause('2027-02-01 09:00', '2027-02-03 09:00', { courseId: pressure.id })
    const changed = mergeFacts(did({ pauses: [old] }), {
      pauses: [pause('2027-03-02 09:00', null, { ...hers, id: idOf(11), courseId: pressure.id })],
      pauseEnds: [
        { ...hers, id: idOf(12), deviceId: '', pauseId: old.id, toWall: wall('2027-03-02 09:00') },
      ],
    })
    expect(cards(changed)).toMatchObject([
      { title: '김미영 님이 혈압약을 쉬게 했어요', was: ['드시는 중'], is: ['쉬는 중'] },
    ])
    expect(courseState(changed, pressure.id, ten)).toBe('paused')
    expect(courseState(allBack(changed), pressure.id, ten)).toBe('running')
  })

  test('a pause of other days is told with them', () => {
    const changed = did({
      pauses: [
        pause('2027-03-05 04:00', '2027-03-08 04:00', {
          ...hers,
          id: idOf(11),
          courseId: pressure.id,
        }),
      ],
    })
    expect(cards(changed)).toMatchObject([
      {
        title: '김미영 님이 혈압약을 쉬는 때를 적었어요',
        is: ['드시는 중', '3월 5일 (금)부터 3월 8일 (월)까지 쉼'],
      },
    ])
    expect(allBack(changed).retractions).toMatchObject([{ factId: idOf(11), by: senior }])
  })

  test('an exact time of a medicine that was moved', () => {
    const changed = did({
      slotHours: [hour(exact, '22:00', { ...hers, id: idOf(11), baseId: idOf(5) })],
    })
    expect(cards(changed)).toMatchObject([
      {
        title: '김미영 님이 약 시간을 바꿨어요',
        was: ['당뇨약 오전 10시'],
        is: ['당뇨약 오후 10시'],
      },
    ])
    expect(allBack(changed).slotHours.at(-1)).toMatchObject({ minute: 600, by: senior })
  })

  test('the words that came with a new medicine, under the name that it has', () => {
    const fresh = course({ ...hers, id: idOf(11), kind: 'single', label: '비타민' })
    const changed = did({
      courses: [fresh],
      courseVersions: [
        version(fresh, {
          ...hers,
          id: idOf(12),
          slots: slotsOf('noon'),
          unit: '알',
          label: '심장약',
          instruction: '씹지 마세요',
        }),
      ],
    })
    const [card] = cards(changed)
    expect(card?.title).toBe('김미영 님이 심장약을 넣었어요')
    expect(card?.is).toContain('적어 둔 말: 씹지 마세요')
  })
})
