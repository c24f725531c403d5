import { describe, expect, test } from 'vitest'
import { newFactsSchema } from '../facts/fact-schema'
import { factsFrom } from '../facts/facts-from'
import { actOnCourse } from '../courses/act-on-course'
import { editCourse } from '../detail/edit-course'
import { enterPouch } from '../pouch/pouch-course'
import { setHours } from '../hours/hours-form'
import { valuesOfCourse } from '../detail/course-values'
import { courseState } from '../courses/course-state'
import { dosesFrom, newIds, wrongFields, written } from '../forms/test-forms'
import type { Facts } from '../schedule/facts'
import { mergeFacts } from '../schedule/merge-facts'
import {
  answer,
  course,
  daughter,
  having,
  hour,
  keyOf,
  now,
  senior,
  slotsOf,
  version,
} from '../schedule/test-facts'
import type { Act } from '../forms/form-values'
import type { Values } from '../forms/form-values'
import { answerChange } from './answer-change'
import { changeInWords, labelled } from './change-words'
import { listChanges, writersBesides } from './list-changes'

const id = '019ab2c4-0000-7000-8000-000000000001'
const pressure = course({ id, kind: 'single', label: '혈압약' })
const first = version(pressure, {
  id: '019ab2c4-0000-7000-8000-000000000002',
  slots: slotsOf('morning'),
  unit: '알',
})
const before = having({ courses: [pressure], courseVersions: [first] })
const nine = now('2027-03-02 09:00')
const ten = now('2027-03-02 10:00')
const names = { [daughter]: '김미영' }

/** The facts after an act of the daughter at nine. */
const daughterDid = (act: Act, values: Values, facts = before): Facts =>
  mergeFacts(
    facts,
    factsFrom(written(act(values, facts, nine, newIds())), {
      by: daughter,
      deviceId: '',
      at: nine.instant,
      receivedAt: nine.instant,
    }),
  )
const answered = (intent: string, facts: Facts, at = ten): Facts => {
  const [change] = listChanges(facts, at)
  const outcome = answerChange(
    { intent: [intent], changeId: [change?.id ?? ''] },
    facts,
    at,
    newIds(),
  )
  const made = written(outcome)
  expect(newFactsSchema.safeParse(made).success).toBe(true)
  return mergeFacts(
    facts,
    factsFrom(made, { by: senior, deviceId: '', at: at.instant, receivedAt: null }),
  )
}
const wordsOf = (facts: Facts, at = ten) =>
  listChanges(facts, at).map((change) => changeInWords(change, facts, at, names))
const doses = (facts: Facts) => dosesFrom(facts, '2027-03-02', '2027-03-04')
const morningAndEvening = {
  ...valuesOfCourse(before, first, nine),
  baseId: [first.id],
  slot: ['morning', 'evening'],
}

describe('a medicine that somebody else changed', () => {
  const changed = daughterDid(editCourse(id), morningAndEvening)

  test('is told by whom and when, as it was and as it is', () => {
    expect(wordsOf(changed)).toEqual([
      {
        title: '김미영 님이 혈압약을 바꿨어요',
        when: '오늘 오전 9시',
        was: ['언제: 매일 아침'],
        is: ['언제: 매일 아침·저녁', '바뀌는 날: 3월 3일 (수)부터'],
      },
    ])
    expect(writersBesides(changed)).toEqual([daughter])
    expect(wordsOf(changed, now('2027-03-03 08:00'))[0]?.when).toBe('어제 오전 9시')
  })

  test('is as it was once it is put back, by facts of the person and none less', () => {
    expect(doses(changed)).toEqual(['0 morning', '1 morning', '1 evening'])
    const back = answered('put-back', changed)
    expect(doses(back)).toEqual(['0 morning', '1 morning'])
    expect(back.courseVersions).toHaveLength(3)
    expect(back.courseVersions.at(-1)).toMatchObject({ by: senior })
    expect(listChanges(back, ten)).toMatchObject([{ answered: 'put_back' }])
  })

  test('what was taken meanwhile stays taken', () => {
    const evening = now('2027-03-03 20:00')
    const taken = mergeFacts(changed, {
      answers: [answer(keyOf(pressure, '2027-03-03', 'evening'), 'taken', '2027-03-03 19:00')],
    })
    const back = answered('put-back', taken, evening)
    expect(dosesFrom(back, '2027-03-03', '2027-03-05')).toEqual([
      '0 morning',
      '0 evening',
      '1 morning',
    ])
    expect(back.answers).toEqual(taken.answers)
  })

  test('is known without a change, once, and may still be put back', () => {
    const known = answered('known', changed)
    expect(known.courseVersions).toEqual(changed.courseVersions)
    expect(listChanges(known, ten)).toMatchObject([{ answered: 'known' }])
    expect(doses(answered('put-back', known))).toEqual(['0 morning', '1 morning'])
  })

  test('that was changed since has nothing to be put back', () => {
    const back = answered('put-back', changed)
    const [change] = listChanges(back, ten)
    const again = answerChange(
      { intent: ['put-back'], changeId: [change?.id ?? ''] },
      back,
      ten,
      newIds(),
    )
    expect(wrongFields(again)).toEqual(['content'])
    expect(
      wrongFields(answerChange({ intent: ['known'], changeId: ['none'] }, back, ten, newIds())),
    ).toEqual(['content'])
  })

  test('is listed for 30 days, and until it was seen', () => {
    const later = now('2027-04-10 10:00')
    expect(listChanges(changed, later)).toHaveLength(1)
    expect(listChanges(answered('known', changed), later)).toEqual([])
  })
})

test('a new medicine is told, and ended when it is put back', () => {
  const added = daughterDid(enterPouch, {
    slot: ['evening'],
    days: ['30'],
    begin: ['next:evening'],
  })
  const [words] = wordsOf(added)
  expect(words).toMatchObject({
    title: '김미영 님이 약봉지를 넣었어요',
    was: ['없던 약이에요'],
    is: ['언제: 매일 저녁', '한 번에: 1포'],
  })
  const back = answered('put-back', added)
  const pouchId = added.courses[1]?.id ?? ''
  expect(courseState(added, pouchId, ten)).toBe('running')
  expect(courseState(back, pouchId, now('2027-03-03 10:00'))).toBe('ended')
})

test('an end is put back by going on', () => {
  const ended = daughterDid(actOnCourse(id), { intent: ['end'] })
  expect(wordsOf(ended)).toMatchObject([
    { title: '김미영 님이 혈압약을 끝냈어요', was: ['드시는 약'], is: ['끝난 약'] },
  ])
  expect(doses(ended)).toEqual(['0 morning'])
  expect(doses(answered('put-back', ended))).toEqual(['0 morning', '1 morning'])
  const revived = daughterDid(actOnCourse(id), { intent: ['revive'] }, ended)
  expect(wordsOf(revived)).toHaveLength(1)
})

test('a pause and its end are put back by each other', () => {
  const paused = daughterDid(actOnCourse(id), { intent: ['pause'], reason: ['doctor'] })
  expect(wordsOf(paused)).toMatchObject([
    { title: '김미영 님이 혈압약을 쉬게 했어요', was: ['드시는 중'], is: ['쉬는 중'] },
  ])
  expect(courseState(paused, id, ten)).toBe('paused')
  expect(courseState(answered('put-back', paused), id, ten)).toBe('running')

  const own = mergeFacts(before, {
    pauses: [
      {
        id: '019ab2c4-0000-7000-8000-000000000003',
        by: senior,
        deviceId: '',
        at: 0,
        receivedAt: 0,
        courseId: id,
        fromWall: nine.wall - 60,
        toWall: null,
        reason: 'other',
      },
    ],
  })
  const resumed = daughterDid(actOnCourse(id), { intent: ['resume'] }, own)
  expect(wordsOf(resumed)[0]?.title).toBe('김미영 님이 혈압약을 다시 시작했어요')
  expect(courseState(resumed, id, ten)).toBe('running')
  expect(courseState(answered('put-back', resumed), id, ten)).toBe('paused')
})

test('hours are put back to what they were, the usual ones too', () => {
  const later = { morning: ['09:30'], noon: ['13:00'], evening: ['18:30'], bedtime: ['22:00'] }
  const moved = daughterDid(setHours, later)
  expect(wordsOf(moved)).toMatchObject([
    { title: '김미영 님이 약 시간을 바꿨어요', was: ['아침 오전 8시'], is: ['아침 오전 9시 30분'] },
  ])
  expect(answered('put-back', moved).slotHours.at(-1)).toMatchObject({ minute: 480, by: senior })
  const own = mergeFacts(before, { slotHours: [hour('morning', '07:00')] })
  expect(answered('put-back', daughterDid(setHours, later, own)).slotHours.at(-1)).toMatchObject({
    minute: 420,
  })
})

test('one’s own facts are no change, and who is not known is 가족', () => {
  expect(listChanges(before, ten)).toEqual([])
  const ended = daughterDid(actOnCourse(id), { intent: ['end'] })
  const [change] = listChanges(ended, ten)
  expect(change && changeInWords(change, ended, ten, {}).title).toBe('가족이 혈압약을 끝냈어요')
})

test('a name takes the ending that fits it', () => {
  expect(['혈압약', '약봉지', 'Tylenol', '비타민 D'].map(labelled)).toEqual([
    '혈압약을',
    '약봉지를',
    'Tylenol 약을',
    '비타민 D 약을',
  ])
})
