import { sql } from 'kysely'
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Claims, Tx } from '~/platform/database/database.server'
import { asActor } from '../support/attempts'
import {
  actors,
  createCast,
  everyone,
  type Actor,
  type Cast,
  type PersonName,
} from '../support/cast'
import { describeOnEachDatabase, type TestDatabase } from '../support/databases'

describeOnEachDatabase('who tells of a dangerous message, and who is told', (open) => {
  let base: TestDatabase
  let cast: Cast
  beforeAll(async () => {
    base = await open()
    cast = await createCast(base.owner)
  })
  beforeEach(() => base.owner.query('delete from gyeote.scam_alerts'))
  afterAll(() => base.close())

  const as = <T>(claims: Claims, work: (tx: Tx) => Promise<T>) => base.db.asViewer(claims, work)
  const tell = async (tx: Tx, id: string = randomUUID(), reasons = ['asks_money']) => {
    const { rows } = await sql<{ told: boolean }>`
      select gyeote.tell_scam_alert(${id}::uuid, now(), 'message', 'parcel', ${reasons}::text[])
        as told`.execute(tx)
    return rows[0]?.told
  }
  const tellAsOwner = (id?: string) => as(cast.claimsOf('owner'), (tx) => tell(tx, id))
  const count = async (tx: Tx, table: string) => {
    const { rows } = await sql<{ n: number }>`
      select count(*)::int as n from ${sql.table(`gyeote.${table}`)}
      where person_id = ${cast.ids.owner}`.execute(tx)
    return rows[0]?.n
  }
  async function whoReads(table: string): Promise<Actor[]> {
    const able: Actor[] = []
    for (const actor of actors) {
      const found = await asActor(base, cast, actor, (tx) => count(tx, table)).catch(
        (error: { code?: string }) => {
          if (error.code === '42501') return 0
          throw error
        },
      )
      if (found) able.push(actor)
    }
    return able
  }
  async function held(person: PersonName): Promise<Claims> {
    const session = randomUUID()
    await base.owner.query(
      `insert into gyeote.devices (session_id, person_id, label, number_question, held_until)
       values ($1, $2, 'new', 'yes', now() + interval '3 days')`,
      [session, cast.ids[person]],
    )
    return { ...cast.claimsOf(person), session_id: session }
  }
  const consent = (link: string, given: boolean) =>
    base.owner.query(
      `insert into gyeote.consents (person_id, link_id, kind, given, text_version)
       values ($1, $2, 'scam_alert', $3, 'v1')`,
      [cast.ids.owner, link, given],
    )

  test('only whom the consent names is told; what they put away is theirs', async () => {
    expect(await tellAsOwner()).toBe(true)
    expect(await whoReads('scam_alerts')).toEqual(['owner', 'linkedScamAlert'])
    expect(await whoReads('scam_alerts_told')).toEqual(['linkedScamAlert'])
  })

  test('whoever has nobody to tell tells nobody', async () => {
    for (const name of everyone)
      expect(await asActor(base, cast, name, (tx) => tell(tx)), name).toBe(name === 'owner')
    await expect(asActor(base, cast, 'anon', (tx) => tell(tx))).rejects.toMatchObject({
      code: '42501',
    })
    const left = await base.owner.query('select 1 from gyeote.scam_alerts')
    expect(left).toEqual([])
  })

  test('the same check tells once, also from two phones at the same time', async () => {
    const id = randomUUID()
    const told = await Promise.all([tellAsOwner(id), tellAsOwner(id), tellAsOwner(id)])
    expect(told).toEqual([true, true, true])
    expect(await base.owner.query('select 1 from gyeote.scam_alerts_told')).toHaveLength(1)
  })

  test('in a session that is not sure of itself nothing is told and nothing is read', async () => {
    await tellAsOwner()
    expect(await as(await held('owner'), (tx) => tell(tx))).toBe(false)
    for (const name of ['owner', 'linkedScamAlert'] as const)
      expect(await as(await held(name), (tx) => count(tx, 'scam_alerts')), name).toBe(0)
    const family = await as(await held('owner'), (tx) =>
      sql`select * from gyeote.family_for_alerts()`.execute(tx),
    )
    expect(family.rows).toEqual([])
  })

  test('a consent that is taken back closes what was told; given anew it opens what is told from then on to others', async () => {
    const link = cast.links.linkedScamAlert ?? ''
    const reads = () => asActor(base, cast, 'linkedScamAlert', (tx) => count(tx, 'scam_alerts'))
    await tellAsOwner()
    await consent(link, false)
    expect(await reads()).toBe(0)
    expect(await tellAsOwner()).toBe(false)
    await consent(link, true)
    expect(await reads()).toBe(1)
    // Whoever is let see later reads nothing of before.
    const later = cast.links.linkedNone ?? ''
    await consent(later, true)
    expect(await whoReads('scam_alerts')).toEqual(['owner', 'linkedScamAlert'])
    await tellAsOwner()
    expect(await whoReads('scam_alerts')).toEqual(['owner', 'linkedScamAlert', 'linkedNone'])
    await consent(later, false)
  })

  test('a relative reads for three days', async () => {
    await tellAsOwner()
    await base.owner.query(`update gyeote.scam_alerts_told set told_at = now() - interval '3 days'`)
    expect(await whoReads('scam_alerts')).toEqual(['owner'])
  })

  test('its version rises for who is told, and says nothing to the others', async () => {
    const version = (name: PersonName) =>
      asActor(base, cast, name, async (tx) => {
        const { rows } = await sql<{ version: string }>`
          select version::text from gyeote.family_versions
          where person_id = ${cast.ids.owner} and kind = 'scam_alert'`.execute(tx)
        return rows[0]?.version
      })
    const before = Number(await version('linkedScamAlert'))
    await tellAsOwner()
    expect(Number(await version('linkedScamAlert'))).toBe(before + 1)
    for (const name of everyone.filter((each) => each !== 'owner' && each !== 'linkedScamAlert'))
      expect(await version(name), name).toBeUndefined()
  })

  test('is put away by whom it was told, with all that was told before it', async () => {
    for (let i = 0; i < 3; i++) await tellAsOwner()
    await base.owner.query(
      `update gyeote.scam_alerts_told told set told_at = now() - nth * interval '1 minute'
       from (select id, row_number() over (order by id) as nth from gyeote.scam_alerts_told) each
       where each.id = told.id`,
    )
    const told = await base.owner.query<{ id: string }>(
      'select id from gyeote.scam_alerts_told order by told_at',
    )
    const see = (name: PersonName, id = told[1]?.id) =>
      as(cast.claimsOf(name), (tx) => sql`select gyeote.see_scam_alerts(${id})`.execute(tx))
    const seen = async () =>
      (
        await base.owner.query<{ seen: boolean }>(
          'select seen_at is not null as seen from gyeote.scam_alerts_told order by told_at',
        )
      ).map((row) => row.seen)
    for (const name of ['owner', 'linkedNone', 'stranger'] as const) await see(name)
    await as(await held('linkedScamAlert'), (tx) =>
      sql`select gyeote.see_scam_alerts(${told[1]?.id})`.execute(tx),
    )
    expect(await seen()).toEqual([false, false, false])
    await see('linkedScamAlert')
    expect(await seen()).toEqual([true, true, false])
  })

  describe('many in a row', () => {
    const rung = async () =>
      (
        await base.owner.query<{ pushed: boolean }>(
          'select pushed from gyeote.scam_alerts_told order by told_at, pushed desc',
        )
      ).map(({ pushed }) => pushed)
    const passMinutes = (minutes: number) =>
      base.owner.query(
        `with passed as (update gyeote.scam_alerts set told_at = told_at - $1::int * interval '1 minute')
         update gyeote.scam_alerts_told set told_at = told_at - $1::int * interval '1 minute'`,
        [minutes],
      )

    test('ring once in ten minutes, and six times in a day', async () => {
      await tellAsOwner()
      await tellAsOwner()
      await passMinutes(9)
      await tellAsOwner()
      expect(await rung()).toEqual([true, false, false])
      await passMinutes(2)
      await tellAsOwner()
      expect((await rung()).filter(Boolean)).toHaveLength(2)
      for (let i = 0; i < 8; i++) {
        await passMinutes(11)
        await tellAsOwner()
      }
      expect((await rung()).filter(Boolean)).toHaveLength(6)
      await passMinutes(24 * 60)
      await tellAsOwner()
      expect((await rung()).at(-1)).toBe(true)
    })

    test('thirty a day are written down', async () => {
      for (let i = 0; i < 32; i++) expect(await tellAsOwner()).toBe(true)
      expect(await base.owner.query('select 1 from gyeote.scam_alerts')).toHaveLength(30)
    })
  })

  test.each([
    ['a sentence', ['돈을 보내세요']],
    ['a number', ['010-1234-5678']],
    ['an address', ['cj-post.top/k2']],
    ['nothing', []],
    ['more than three', ['a_a', 'b_b', 'c_c', 'd_d']],
  ])('%s is no reason', async (_what, reasons) => {
    await expect(
      as(cast.claimsOf('owner'), (tx) => tell(tx, randomUUID(), reasons)),
    ).rejects.toMatchObject({ code: '23514' })
  })

  test('after thirty days nothing of it is left', async () => {
    await tellAsOwner()
    const forget = (days: number) =>
      sql`select gyeote.forget_scam_alerts(now() + ${days}::int * interval '1 day')`.execute(
        base.db.root,
      )
    await forget(29)
    expect(await base.owner.query('select 1 from gyeote.scam_alerts')).toHaveLength(1)
    await forget(31)
    expect(await base.owner.query('select 1 from gyeote.scam_alerts_told')).toEqual([])
  })

  test('a senior is told who of the family is told', async () => {
    const { rows } = await as(cast.claimsOf('owner'), (tx) =>
      sql<{ told: boolean }>`select told from gyeote.family_for_alerts()`.execute(tx),
    )
    expect(rows.filter(({ told }) => told)).toHaveLength(1)
    expect(rows).toHaveLength(14)
  })
})
