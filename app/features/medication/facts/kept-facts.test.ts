import { expect, test } from 'vitest'
import { createTestDisk } from '~/offline/test-phone'
import { keepFacts, readFacts } from './kept-facts'
import { answer, course, intake, keyOf, on, pack, version } from '../schedule/test-facts'

const pouch = course()
const march = answer(keyOf(pouch, '2027-03-01', 'morning'), 'taken', '2027-03-01 08:05')
const february = answer(keyOf(pouch, '2027-02-27', 'morning'), 'taken', '2027-02-27 08:05')
const schedule = { courses: [pouch], courseVersions: [version(pouch)], packs: [pack(pouch)] }
const days = (from: string, to: string) => ({ from: on(from), to: on(to) })

async function openStore() {
  const phone = createTestDisk().open()
  await phone.becomePerson('senior')
  return { phone, store: await phone.openStore() }
}

test('a phone that was never told anything says so, unlike one that was told of nothing', async () => {
  const { phone, store } = await openStore()
  expect(await readFacts(store, days('2027-03-01', '2027-03-02'))).toBeNull()
  await keepFacts(phone.locks, store, {}, { syncedTo: 5 })
  expect(await readFacts(store, days('2027-03-01', '2027-03-02'))).toMatchObject({
    consent: null,
    syncedTo: 5,
    facts: { ownerId: 'senior', courses: [] },
  })
})

test('answers lie by month, and a day opens only the months it needs', async () => {
  const { phone, store } = await openStore()
  const taken = intake(pouch, '2027-02-28 23:00')
  await keepFacts(phone.locks, store, { ...schedule, answers: [march, february], intakes: [taken] })
  const ofMarch = await readFacts(store, days('2027-03-01', '2027-03-31'))
  expect(ofMarch?.facts).toMatchObject({ ...schedule, answers: [march], intakes: [] })
  const both = await readFacts(store, days('2027-02-27', '2027-03-01'))
  expect(new Set(both?.facts.answers)).toEqual(new Set([march, february]))
  expect(both?.facts.intakes).toEqual([taken])
})

test('the same facts again, and from two tabs at once, are kept once and none is lost', async () => {
  const { phone, store } = await openStore()
  const many = Array.from({ length: 12 }, (_, at) =>
    answer(keyOf(pouch, '2027-03-01', 'noon'), 'taken', '2027-03-01 13:00', { id: `many-${at}` }),
  )
  await Promise.all(many.map((one) => keepFacts(phone.locks, store, { answers: [one, march] })))
  const kept = await readFacts(store, days('2027-03-01', '2027-03-01'))
  expect(kept?.facts.answers).toHaveLength(many.length + 1)
})
