import { expect, test } from 'vitest'
import { loadCards } from '~/features/cards/load-cards.server'
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
})
