import { expect, test } from 'vitest'
import { loadCards } from '~/features/cards/load-cards.server'
import { listFacts } from '~/features/medication/facts/list-facts.server'
import { showDoses } from '~/features/medication/schedule/dose-state'
import { findDoubleDose } from '~/features/medication/schedule/double-dose'
import { momentOf } from '~/features/medication/schedule/moment'
import { demoPeople } from '~/features/trial/demo-people'
import { seedDemoFamilies } from '~/features/trial/seed-demo-families.server'
import { describeOnEachDatabase, type TestDatabase } from '../support/databases'
import { partsAround } from '../support/parts'

describeOnEachDatabase('the demo families', (open) => {
  const countRows = async ({ owner }: TestDatabase) =>
    (
      await owner.query<{ people: number; completions: number; consents: number; answers: number }>(
        `select (select count(*)::int from gyeote.people) as people,
                (select count(*)::int from gyeote.card_completions) as completions,
                (select count(*)::int from gyeote.consents) as consents,
                (select count(*)::int from gyeote.answers) as answers`,
      )
    )[0]

  test('are made once, by processes that start together and by each later start', async () => {
    const database = await open()
    const parts = partsAround(database.db)
    await loadCards(parts, process.cwd())
    await Promise.all([seedDemoFamilies(parts), seedDemoFamilies(parts), seedDemoFamilies(parts)])
    const made = await countRows(database)
    expect(made?.completions).toBeGreaterThan(20)
    expect(made?.answers).toBeGreaterThan(60)

    await seedDemoFamilies(parts)
    expect(await countRows(database)).toEqual(made)
    await database.close()
  })

  test.each(['05:00', '11:30', '17:00', '22:30'])(
    'begun at %s, a dose is due that nothing speaks against',
    async (time) => {
      const database = await open()
      const now = new Date(`2026-11-25T${time}:00+09:00`)
      const parts = partsAround(database.db, { clock: { now: () => now } })
      await loadCards(parts, process.cwd())
      await seedDemoFamilies(parts)
      const senior = demoPeople[0]?.id ?? ''
      const facts = await database.db.asViewer({ sub: senior }, (tx) =>
        listFacts(tx, senior, { from: 0, to: 100_000 }),
      )
      const moment = momentOf(facts, now.getTime())
      const due = showDoses(facts, moment.day, moment.day + 1, moment).filter(
        ({ state }) => state === 'due',
      )
      expect(due.length).toBeGreaterThan(0)
      for (const { key } of due) expect(findDoubleDose(facts, key, now.getTime())).toBeNull()
      await database.close()
    },
  )
})
