import { sql } from 'kysely'
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Claims, Tx } from '~/platform/database/database.server'
import { asActor } from '../support/attempts'
import { createCast, everyone, type Cast, type PersonName } from '../support/cast'
import { describeOnEachDatabase, type TestDatabase } from '../support/databases'

describeOnEachDatabase('who may look at the family', (open) => {
  let base: TestDatabase
  let cast: Cast
  beforeAll(async () => {
    base = await open()
    cast = await createCast(base.owner)
  })
  afterAll(() => base.close())

  const callFor = async <T>(tx: Tx, call: ReturnType<typeof sql>) => {
    const { rows } = await sql<{ value: T }>`select ${call} as value`.execute(tx)
    return rows[0]?.value as T
  }
  const idsFor = (person: PersonName, call: ReturnType<typeof sql>) =>
    asActor(base, cast, person, (tx) => callFor<string[]>(tx, call))
  /** Who of the cast finds the owner in what this function lists. */
  async function whoFindsOwner(call: ReturnType<typeof sql>): Promise<PersonName[]> {
    const found: PersonName[] = []
    for (const name of everyone)
      if (name !== 'owner' && (await idsFor(name, call)).includes(cast.ids.owner)) found.push(name)
    return found
  }
  const as = <T>(claims: Claims, work: (tx: Tx) => Promise<T>) => base.db.asViewer(claims, work)
  const countAnswers = async (tx: Tx) => {
    const { rows } = await sql<{ value: number }>`
      select count(*)::int as value from gyeote.answers`.execute(tx)
    return rows[0]?.value
  }

  test('each consent opens for whom it was given, while the link lasts and for half a year', async () => {
    expect(await whoFindsOwner(sql`gyeote.visible_persons('med')`)).toEqual([
      'linkedMed',
      'refused',
    ])
    expect(await whoFindsOwner(sql`gyeote.visible_persons('med_today')`)).toEqual([
      'linkedMed',
      'linkedMedToday',
      'refused',
      'helper',
      'helperWaits',
      'helperOutdated',
    ])
    expect(await whoFindsOwner(sql`gyeote.visible_persons('cards')`)).toEqual([
      'linkedCards',
      'givenAgain',
    ])
  })

  test('a consent that is half a year old opens again when it is given anew', async () => {
    const link = cast.links.outdated ?? ''
    await as(cast.claimsOf('owner'), (tx) =>
      sql`select gyeote.change_family_consents(${link}, array['cards'], 'v2')`.execute(tx),
    )
    expect(await whoFindsOwner(sql`gyeote.visible_persons('cards')`)).toContain('outdated')
    expect(await whoFindsOwner(sql`gyeote.visible_persons('med')`)).not.toContain('outdated')
    await base.owner.query(
      `update gyeote.consents set created_at = now() - interval '6 months' where link_id = $1`,
      [link],
    )
    expect(await whoFindsOwner(sql`gyeote.visible_persons('cards')`)).not.toContain('outdated')
  })

  describe('오늘 약', () => {
    const writeAnswer = (day: string) =>
      base.owner.query(
        `insert into gyeote.answers (person_id, id, by_id, at, course_id, care_date, slot_id, kind, offset_min)
         values ($1, gen_random_uuid(), $1, now(), gen_random_uuid(), ${day}, 'morning', 'declined', 540)`,
        [cast.ids.owner],
      )
    const seen = (person: PersonName) =>
      asActor(base, cast, person, async (tx) => {
        const { rows } = await sql<{ value: number }>`
          select count(*)::int as value from gyeote.answers
          where person_id = ${cast.ids.owner}`.execute(tx)
        return rows[0]?.value
      })

    test('are the answers of today and yesterday, and none before', async () => {
      await writeAnswer('gyeote.yesterday() + 1')
      await writeAnswer('gyeote.yesterday()')
      await writeAnswer('gyeote.yesterday() - 1')
      expect(await seen('linkedMedToday')).toBe(2)
      expect(await seen('linkedMed')).toBe(4)
      for (const name of ['linkedCards', 'pending', 'ended', 'blocked', 'stranger'] as const)
        expect(await seen(name), name).toBe(0)
    })

    test('are hidden in a session that is not sure of itself', async () => {
      const session = randomUUID()
      await base.owner.query(
        `insert into gyeote.devices (session_id, person_id, label, number_question, held_until)
         values ($1, $2, 'new', 'yes', now() + interval '3 days')`,
        [session, cast.ids.linkedMed],
      )
      const held = { ...cast.claimsOf('linkedMed'), session_id: session }
      expect(await as(held, countAnswers)).toBe(0)
      const { rows } = await as(held, (tx) =>
        sql`select 1 from gyeote.family_links union all select 1 from gyeote.device_reach
            union all select 1 from gyeote.family_versions`.execute(tx),
      )
      expect(rows).toEqual([])
    })
  })

  test('the phone’s contact is written down only for whoever has family', async () => {
    const reach = async (person: PersonName) => {
      const claims = cast.claimsOf(person)
      await as(claims, (tx) => sql`select gyeote.note_reach(true)`.execute(tx))
      await as(claims, (tx) => sql`select gyeote.note_reach(false)`.execute(tx))
      return base.owner.query<{ emptied: boolean }>(
        `select emptied_at < reached_at as emptied from gyeote.device_reach where session_id = $1`,
        [claims.session_id],
      )
    }
    expect(await reach('owner')).toEqual([{ emptied: true }])
    expect(await reach('otherAccount')).toEqual([])
  })

  test('news rise with what happened, each for whom it is meant', async () => {
    const versions = (person: PersonName) =>
      asActor(base, cast, person, async (tx) => {
        const { rows } = await sql<{ kind: string; version: number }>`
          select kind, version from gyeote.family_versions
          where person_id = ${cast.ids.owner} order by kind`.execute(tx)
        return rows
      })
    const kinds = async (person: PersonName) => (await versions(person)).map(({ kind }) => kind)
    expect(await kinds('linkedMedToday')).toEqual(['link', 'med'])
    expect(await kinds('linkedCards')).toEqual(['cards', 'link'])
    expect(await kinds('linkedNone')).toEqual(['link'])
    expect(await kinds('stranger')).toEqual([])
    const before = await versions('owner')
    await base.owner.query(
      `insert into gyeote.snoozes (person_id, id, by_id, at, care_date, slot_id, until_wall)
       values ($1, gen_random_uuid(), $1, now(), 1, 'morning', 0)`,
      [cast.ids.owner],
    )
    expect(await versions('owner')).toEqual(before)
    await as(cast.claimsOf('owner'), (tx) => sql`select gyeote.note_reach(true)`.execute(tx))
    const after = await versions('owner')
    const of = (list: typeof after, wanted: string) =>
      list.find(({ kind }) => kind === wanted)?.version ?? 0
    expect(of(after, 'med')).toBeGreaterThan(of(before, 'med'))
    expect(of(after, 'cards')).toBe(of(before, 'cards'))
  })
})
