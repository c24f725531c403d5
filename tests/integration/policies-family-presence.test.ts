import { sql } from 'kysely'
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Claims, Tx } from '~/platform/database/database.server'
import { asActor, countAffected } from '../support/attempts'
import { actors, createCast, type Actor, type Cast, type PersonName } from '../support/cast'
import { describeOnEachDatabase, type TestDatabase } from '../support/databases'

describeOnEachDatabase('who knows who was here, who looked, and where the week goes', (open) => {
  let base: TestDatabase
  let cast: Cast
  beforeAll(async () => {
    base = await open()
    cast = await createCast(base.owner)
  })
  afterAll(() => base.close())

  const as = <T>(claims: Claims, work: (tx: Tx) => Promise<T>) => base.db.asViewer(claims, work)
  /** The viewer’s claims in a session that is not sure of itself. */
  async function held(person: PersonName): Promise<Claims> {
    const session = randomUUID()
    await base.owner.query(
      `insert into gyeote.devices (session_id, person_id, label, number_question, held_until)
       values ($1, $2, 'new', 'yes', now() + interval '3 days')`,
      [session, cast.ids[person]],
    )
    return { ...cast.claimsOf(person), session_id: session }
  }
  async function whoSees(text: string, key: string): Promise<Actor[]> {
    const able: Actor[] = []
    for (const actor of actors)
      if ((await countAffected(base, cast, actor, text, [key])) > 0) able.push(actor)
    return able
  }
  async function whoMay(text: string): Promise<Actor[]> {
    const able: Actor[] = []
    for (const actor of actors)
      await asActor(base, cast, actor, (tx) => sql.raw(text).execute(tx)).then(
        () => able.push(actor),
        (error: { code?: string }) => {
          if (error.code !== '42501') throw error
        },
      )
    return able
  }

  const presence = 'select 1 from gyeote.family_presence where person_id = $1'

  test('of a day that is over only the senior knows that they were here', async () => {
    expect(await whoSees(presence, cast.ids.owner)).toEqual(['owner', 'linkedPresence'])
    await base.owner.query('update gyeote.family_presence set day = day - 1')
    expect(await whoSees(presence, cast.ids.owner)).toEqual(['owner'])
    await base.owner.query('update gyeote.family_presence set day = day + 1')
  })

  test('only a senior who lets somebody know of it is written down', async () => {
    const noting: PersonName[] = []
    for (const name of ['owner', 'linkedPresence', 'stranger', 'seniorOfOwner', 'demo'] as const) {
      await base.owner.query('delete from gyeote.family_presence where person_id = $1', [
        cast.ids[name],
      ])
      const rows = await asActor(base, cast, name, async (tx) => {
        await sql`select gyeote.note_presence()`.execute(tx)
        return (
          await sql`select 1 from gyeote.family_presence where person_id = ${cast.ids[name]}`.execute(
            tx,
          )
        ).rows
      })
      if (rows.length > 0) noting.push(name)
    }
    expect(noting).toEqual(['owner'])
    await as(await held('owner'), (tx) => sql`select gyeote.note_presence()`.execute(tx))
    expect(await whoSees(presence, cast.ids.owner)).toEqual([])
    await as(cast.claimsOf('owner'), (tx) => sql`select gyeote.note_presence()`.execute(tx))
    expect(await whoSees(presence, cast.ids.owner)).toEqual(['owner', 'linkedPresence'])
  })

  test('news of it reach whoever may see it, and no other relative', async () => {
    expect(
      await whoSees(
        `select 1 from gyeote.family_versions where person_id = $1 and kind = 'presence'`,
        cast.ids.owner,
      ),
    ).toEqual(['owner', 'linkedPresence'])
  })

  test('that a relative looked is read by the senior alone, while the link and 30 days last', async () => {
    const looks = 'select 1 from gyeote.family_looks where link_id = $1'
    for (const name of ['linkedNone', 'linkedMed', 'outdated'] as const)
      expect(await whoSees(looks, cast.links[name] ?? ''), name).toEqual(['owner'])
    for (const name of ['pending', 'ended', 'blocked'] as const)
      expect(await whoSees(looks, cast.links[name] ?? ''), name).toEqual([])
    await base.owner.query('update gyeote.family_looks set day = day - 30 where link_id = $1', [
      cast.links.linkedNone,
    ])
    expect(await whoSees(looks, cast.links.linkedNone ?? '')).toEqual([])
  })

  test('a look is noted by whoever is linked, on their own link only', async () => {
    await base.owner.query('delete from gyeote.family_looks')
    const noting: PersonName[] = []
    for (const name of [
      'owner',
      'linkedNone',
      'outdated',
      'pending',
      'ended',
      'blocked',
    ] as const) {
      await as(cast.claimsOf(name), (tx) =>
        sql`select gyeote.note_family_looks(${Object.values(cast.links)}::uuid[])`.execute(tx),
      )
      const rows = await base.owner.query<{ link_id: string }>(
        'delete from gyeote.family_looks returning link_id',
      )
      if (rows.length === 0) continue
      expect(rows).toEqual([{ link_id: cast.links[name] }])
      noting.push(name)
    }
    expect(noting).toEqual(['linkedNone', 'outdated'])
  })

  test('in a session that is not sure of itself nothing of it is read or chosen', async () => {
    const session = await held('owner')
    const { rows } = await as(session, (tx) =>
      sql`select 1 from gyeote.family_presence union all select 1 from gyeote.family_looks
          union all select 1 from gyeote.family_weekly`.execute(tx),
    )
    expect(rows).toEqual([])
    for (const choice of [
      sql`select gyeote.choose_weekly_push()`,
      sql`select gyeote.ask_weekly_email('a@b.example', sha256('code'), now(), 5)`,
      sql`select gyeote.prove_weekly_email(sha256('code'), now())`,
    ])
      await expect(as(session, (tx) => choice.execute(tx))).rejects.toMatchObject({ code: '42501' })
  })

  test('what proves an address or stops the week is nobody’s to read', async () => {
    for (const column of ['code_hash', 'off_id', 'claim'])
      await expect(
        as(cast.claimsOf('owner'), (tx) =>
          sql`select ${sql.ref(column)} from gyeote.family_weekly`.execute(tx),
        ),
        column,
      ).rejects.toMatchObject({ code: '42501' })
  })

  test('the work of the week is the server’s own', async () => {
    const nothing = `'00000000-0000-4000-8000-000000000000'::uuid`
    for (const work of [
      `select * from gyeote.claim_weekly('2026-11-29', now(), 1, '5 minutes', ${nothing})`,
      `select gyeote.finish_weekly(${nothing}, ${nothing}, '2026-11-29', null, null, '{}')`,
      `select gyeote.stop_weekly_by_link(${nothing})`,
      'select gyeote.forget_family_days(now())',
    ])
      expect(await whoMay(work), work).toEqual(['service'])
  })
})
