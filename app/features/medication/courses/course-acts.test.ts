import { expect, test } from 'vitest'
import { newFactsSchema } from '../facts/fact-schema'
import { factsFrom } from '../facts/facts-from'
import type { Facts } from '../schedule/facts'
import { mergeFacts } from '../schedule/merge-facts'
import { runOutOf } from '../schedule/run-out'
import { stockOf } from '../schedule/stock'
import {
  course,
  having,
  intake,
  now,
  on,
  pack,
  pause,
  senior,
  slotsOf,
  version,
} from '../schedule/test-facts'
import { actOnCourse } from './act-on-course'
import { courseState } from './course-state'
import type { Values } from '../forms/form-values'
import { hasUnbegunPack } from '../stock/next-pack'
import { againInWords, countOfToday, stockInWords } from '../stock/stock-words'
import { dosesFrom, newIds, withForm, written, wrongFields } from '../forms/test-forms'

const id = '019ab2c4-0000-7000-8000-000000000001'
const pouch = course({ id })
const slots = slotsOf('morning', 'evening')
const pouches = having({
  courses: [pouch],
  courseVersions: [version(pouch, { slots })],
  packs: [pack(pouch)],
})
const ten = now('2027-03-02 10:00')
const act = (values: Values, facts: Facts = pouches, at = ten) =>
  actOnCourse(id)(values, facts, at, newIds())
const after = (values: Values, facts: Facts = pouches, at = ten) =>
  withForm(facts, act(values, facts, at))
const runsOut = (facts: Facts, at = ten) => runOutOf(stockOf(facts, id, at))

test('새 약 받았어요: the same days again, from the first dose that nothing is left for', () => {
  expect(againInWords(pouches, id, ten)).toMatchObject({
    field: 'days',
    typed: '30',
    words: '누르면 30일치를 더해요. 지금 약을 다 드신 다음부터 세요.',
  })
  const more = after({ intent: ['receive'], days: ['30'] })
  // The first pack began with an evening, so its last evening comes before its last morning.
  expect(more.packs[1]).toMatchObject({ firstOn: on('2027-03-31'), firstSlot: 'evening', days: 30 })
  expect(runsOut(more)?.earliestOn).toBe(on('2027-04-29'))
  const third = after({ intent: ['receive'], days: ['30'] }, more)
  expect(runsOut(third)?.earliestOn).toBe(on('2027-05-29'))
})

test('what was received is no part of a count until it is begun', () => {
  expect(hasUnbegunPack(pouches, id, ten)).toBe(false)
  const more = after({ intent: ['receive'], days: ['30'] })
  expect(hasUnbegunPack(more, id, ten)).toBe(true)
  expect(hasUnbegunPack(more, id, now('2027-04-01 10:00'))).toBe(false)
})

test('when nothing is left, the next dose is the first of the new pack', () => {
  const late = now('2027-05-01 10:00')
  expect(againInWords(pouches, id, late)?.words).toBe(
    '누르면 30일치를 더해요. 다음에 드실 약부터 세요.',
  )
  const more = after({ intent: ['receive'], days: ['7'] }, pouches, late)
  expect(more.packs[1]).toMatchObject({ firstOn: on('2027-05-01'), firstSlot: 'evening' })
  expect(courseState(more, id, late)).toBe('running')
})

test('a course that ended with its pack goes on with a new one', () => {
  const short = having({
    courses: [{ ...pouch, endsWithPack: true, trackedFrom: 0 }],
    courseVersions: [version(pouch, { slots })],
    packs: [pack(pouch, { days: 3, firstSlot: 'morning' })],
  })
  const late = now('2027-03-10 10:00')
  expect(courseState(short, id, late)).toBe('ended')
  const more = after({ intent: ['receive'], days: ['2'] }, short, late)
  expect(courseState(more, id, late)).toBe('running')
  expect(dosesFrom(more, '2027-03-10', '2027-03-20')).toHaveLength(4)
})

test('a pack written down by mistake is taken back', () => {
  const more = after({ intent: ['receive'], days: ['30'] })
  const back = after({ intent: ['take-back'], packId: [more.packs[1]?.id ?? ''] }, more)
  expect(runsOut(back)).toEqual(runsOut(pouches))
})

test('of a medicine for when it is needed, so many are received', () => {
  const needed = having({
    courses: [{ ...pouch, kind: 'as_needed' as const }],
    courseVersions: [version(pouch, { slots: [], unit: '알' })],
  })
  const more = after({ intent: ['receive'], amount: ['12'] }, needed)
  expect(stockInWords(more, id, now('2027-03-02 22:00'))?.title).toBe('12알 남았어요')
  expect(wrongFields(act({ intent: ['receive'], amount: ['많이'] }, needed))).toEqual(['amount'])
  expect(againInWords(needed, id, ten)).toBeNull()
  const again = againInWords(more, id, ten)
  expect(again).toMatchObject({ field: 'amount', typed: '12', words: '누르면 12알만큼 더해요.' })
  const twice = after({ intent: ['receive'], amount: [again?.typed ?? ''] }, more)
  expect(stockInWords(twice, id, now('2027-03-02 22:00'))?.title).toBe('24알 남았어요')
  const half = after({ intent: ['receive'], amount: ['반'] }, needed)
  expect(againInWords(half, id, ten)).toMatchObject({ typed: '반' })
})

test('what is taken when needed may come on the day, and in the minute, of a count or of a dose', () => {
  const needed = having({
    courses: [{ ...pouch, kind: 'as_needed' as const }],
    courseVersions: [version(pouch, { slots: [], unit: '알' })],
  })
  const early = now('2027-03-02 05:10')
  let seconds = 0
  const did = (values: Values, facts: Facts, moment = early) => {
    const at = moment.instant + 1_000 * seconds++
    const writer = { by: senior, deviceId: '', at, receivedAt: null }
    return mergeFacts(facts, factsFrom(written(act(values, facts, moment)), writer))
  }
  const title = (facts: Facts) => stockInWords(facts, id, now('2027-03-02 22:00'))?.title
  const received = did({ intent: ['receive'], amount: ['10'] }, needed)
  expect(hasUnbegunPack(received, id, early)).toBe(false)
  const counted = did({ intent: ['count'], 'left-all': ['8'] }, received)
  expect(title(counted)).toBe('8알 남았어요')
  expect(title(did({ intent: ['receive'], amount: ['10'] }, counted))).toBe('18알 남았어요')
  const taken = mergeFacts(received, { intakes: [intake(pouch, '2027-03-02 05:30')] })
  expect(title(taken)).toBe('9알 남았어요')
  const more = did({ intent: ['receive'], amount: ['10'] }, counted, now('2027-03-02 21:00'))
  expect(title(more)).toBe('18알 남았어요')
})

test('unanswered doses make the date uncertain; a count makes it certain', () => {
  const week = now('2027-03-08 10:00')
  const unsure = stockInWords(pouches, id, week)
  expect(unsure?.asksForCount).toBe(true)
  const counted = after(
    { intent: ['count'], 'left-morning': ['20'], 'left-evening': ['21'] },
    pouches,
    week,
  )
  expect(countOfToday(counted, id, week)).toBe('오늘 오전 10시에 센 수: 아침 20포, 저녁 21포')
  expect(countOfToday(counted, id, now('2027-03-09 10:00'))).toBeNull()
  const sure = stockInWords(counted, id, week)
  expect(sure).toMatchObject({ asksForCount: false, title: '3월 27일 (토)까지 있어요' })
  const none = after(
    { intent: ['count'], 'left-morning': ['0'], 'left-evening': ['0'] },
    counted,
    week,
  )
  expect(stockInWords(none, id, now('2027-03-09 10:00'))?.isOut).toBe(true)
})

test.each<[what: string, values: Values, fields: string[]]>([
  ['no days', { intent: ['receive'] }, ['days']],
  ['0 days', { intent: ['receive'], days: ['0'] }, ['days']],
  ['400 days', { intent: ['receive'], days: ['400'] }, ['days']],
  ['nothing counted', { intent: ['count'] }, ['left-morning']],
  ['a count in words', { intent: ['count'], 'left-evening': ['조금'] }, ['left-evening']],
  ['a count below nothing', { intent: ['count'], 'left-evening': ['-1'] }, ['left-evening']],
  ['a pause without a reason', { intent: ['pause'] }, ['reason']],
  ['a pause with another reason', { intent: ['pause'], reason: ['hospital'] }, ['reason']],
  ['a new start without a pause', { intent: ['resume'] }, ['content']],
  ['still paused without a pause', { intent: ['still'] }, ['content']],
  ['nothing', {}, ['content']],
])('%s comes back', (_, values, fields) => {
  expect(wrongFields(act(values))).toEqual(fields)
})

test('a pause holds until somebody ends it, and covers only its own course', () => {
  const paused = after({ intent: ['pause'], reason: ['doctor'] })
  expect(courseState(paused, id, ten)).toBe('paused')
  const later = now('2027-03-04 09:00')
  const resumed = after({ intent: ['resume'] }, paused, later)
  expect(courseState(resumed, id, later)).toBe('running')
  expect(courseState(resumed, id, now('2027-03-04 08:59'))).toBe('paused')
  const all = mergeFacts(pouches, { pauses: [pause('2027-03-01 09:00', null)] })
  expect(wrongFields(act({ intent: ['resume'] }, all))).toEqual(['content'])
})

test('still paused: the same pause begins again, so that the week does', () => {
  const paused = after({ intent: ['pause'], reason: ['doctor'] })
  const week = now('2027-03-09 10:00')
  const still = after({ intent: ['still'] }, paused, week)
  expect(courseState(still, id, week)).toBe('paused')
  expect(still.pauses[1]).toMatchObject({ courseId: id, reason: 'doctor', fromWall: week.wall })
})

test('whatever is accepted fits the schema of the command', () => {
  const forms: Values[] = [
    { intent: ['receive'], days: ['365'] },
    { intent: ['count'], 'left-morning': ['0'] },
    { intent: ['pause'], reason: ['other'] },
    { intent: ['end'] },
    { intent: ['revive'] },
  ]
  for (const values of forms)
    expect(newFactsSchema.safeParse(written(act(values, known()))).error).toBeUndefined()
})

/** As from a server, where ids are UUIDs. */
const known = (): Facts =>
  having({
    courses: [pouch],
    courseVersions: [version(pouch, { id: '019ab2c4-0000-7000-8000-000000000002', slots })],
    packs: [pack(pouch)],
  })
