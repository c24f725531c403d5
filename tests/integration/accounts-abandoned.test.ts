import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { describeOnEachDatabase, type TestDatabase } from '../support/databases'

const people = 20_000

describeOnEachDatabase('removing who never came back, among many who did something', (open) => {
  let opened: TestDatabase
  let empty: string

  beforeAll(async () => {
    opened = await open()
    const { owner } = opened
    await owner.query(`
      with everyone as (
        insert into gyeote.people (id, anonymous, last_active_on)
        select gen_random_uuid(), true, current_date - 8 from generate_series(1, ${people})
        returning id
      )
      insert into gyeote.days_together (person_id, day) select id, current_date - 8 from everyone`)
    const [row] = await owner.query<{ id: string }>(`
      insert into gyeote.people (id, anonymous, last_active_on)
      values (gen_random_uuid(), true, current_date - 9) returning id`)
    empty = row?.id ?? ''
    for (const table of ['people', 'days_together']) await owner.run(`analyze gyeote.${table}`)
  })
  afterAll(() => opened.close())

  test('finds them without reading what all the others did', async () => {
    await opened.db.root.transaction().execute(async (tx) => {
      const removed = await sql<{ id: string }>`
        select gyeote.remove_abandoned_accounts(current_date) as id`.execute(tx)
      expect(removed.rows).toEqual([{ id: empty }])
      const read = await sql<{ rows: number }>`
        select seq_tup_read::int as rows from pg_stat_xact_user_tables
        where relname = 'days_together'`.execute(tx)
      expect(read.rows).toEqual([{ rows: 0 }])
    })
  })
})
