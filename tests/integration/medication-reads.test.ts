import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { listFacts } from '~/features/medication/facts/list-facts.server'
import type { Tx } from '~/platform/database/database.server'
import { describeOnEachDatabase, type TestDatabase } from '../support/databases'

/** Days since 1970-01-01. */
const today = 20_781

describeOnEachDatabase('reading medicines', (open) => {
  let opened: TestDatabase
  let person: string

  beforeAll(async () => {
    opened = await open()
    const { owner } = opened
    // A thousand people have answered every fifty days, ten times.
    const [row] = await owner.query<{ id: string }>(`
      with everyone as (
        insert into gyeote.people (id) select gen_random_uuid() from generate_series(1, 1000) returning id
      ), kept as (
        insert into gyeote.answers (person_id, id, by_id, at, course_id, care_date, slot_id, kind, offset_min)
        select id, gen_random_uuid(), id, now(), id, day, 'morning', 'declined', 540
        from generate_series(${today - 500}, ${today - 1}, 50) as day, everyone
      )
      select id from everyone limit 1`)
    person = row?.id ?? ''
    await owner.run('analyze gyeote.answers')
  })
  afterAll(() => opened.close())

  const answersFetched = async (tx: Tx) => {
    const { rows } = await sql<{ count: number }>`
      select idx_tup_fetch + seq_tup_read as count from pg_stat_xact_user_tables
      where relname = 'answers'`.execute(tx)
    return rows[0]?.count
  }

  test('the last days of a long history cost the answers of those days and no others', async () => {
    const lately = { from: today - 100, to: today }
    await opened.db.asViewer({ sub: person }, async (tx) => {
      expect((await listFacts(tx, person, lately)).answers).toHaveLength(2)
      expect(await answersFetched(tx)).toBe(2)
    })
  })
})
