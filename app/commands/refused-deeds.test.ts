import { v7 as uuidv7 } from 'uuid'
import { expect, test } from 'vitest'
import type { NewFacts } from '~/features/medication/facts/fact-schema'
import type { OutboxEntry } from '~/offline/store/outbox-drawer'
import { refusedDeeds } from './refused-deeds'

const courseOf = (courseId: string): NewFacts => ({
  courses: [{ id: courseId, kind: 'pouch', label: '약봉지', trackedFrom: 0, endsWithPack: false }],
})
const packOf = (courseId: string): NewFacts => ({
  packs: [{ id: uuidv7(), courseId, firstOn: 1, firstSlot: 'morning', days: 30, amount: null }],
})
const entry = (id: string, reason: string, payload: NewFacts): OutboxEntry => ({
  seq: 1,
  id,
  state: 'refused',
  reason,
  sentAt: null,
  durable: true,
  command: {
    id,
    person: null,
    type: 'record_facts',
    typeV: 1,
    occurredAt: '2027-03-01T00:00:00Z',
    payload,
    aggregate: 'medication',
  },
})

function decide(...refused: OutboxEntry[]) {
  const done: string[] = []
  const note = (what: string) => (id: string) => Promise.resolve(void done.push(`${what} ${id}`))
  return { done, deeds: refusedDeeds({ refused }, { retry: note('again'), drop: note('drop') }) }
}

const [one, other] = [uuidv7(), uuidv7()]

test('packs of a medicine that was refused are decided with it, after it', async () => {
  const { done, deeds } = decide(
    entry('course', 'clock_wrong', courseOf(one)),
    entry('pack 1', 'unknown_course', packOf(one)),
    entry('pack 2', 'unknown_course', packOf(one)),
  )
  expect(deeds).toMatchObject([{ id: 'course', reason: 'clock_wrong', hanging: 2 }])
  expect(deeds[0]?.deeds.map(({ payload }) => Object.keys(payload as NewFacts)[0])).toEqual([
    'courses',
    'packs',
    'packs',
  ])
  await deeds[0]?.retry()
  await deeds[0]?.drop()
  expect(done).toEqual([
    'again course',
    'again pack 1',
    'again pack 2',
    'drop course',
    'drop pack 1',
    'drop pack 2',
  ])
})

test.each<[what: string, entries: OutboxEntry[]]>([
  ['of another medicine', [entry('pack', 'unknown_course', packOf(other))]],
  ['refused for a reason of its own', [entry('pack', 'clock_wrong', packOf(one))]],
])('a pack %s is asked about by itself', (_, entries) => {
  const { deeds } = decide(entry('course', 'clock_wrong', courseOf(one)), ...entries)
  expect(deeds.map(({ id, hanging }) => `${id} ${hanging}`)).toEqual(['course 0', 'pack 0'])
})

test('without the medicine its pack has nothing to hang on', () => {
  const { deeds } = decide(entry('pack', 'unknown_course', packOf(one)))
  expect(deeds).toMatchObject([{ id: 'pack', hanging: 0 }])
})
