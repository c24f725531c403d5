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
import { nobody } from '../support/table-rules'

/** Relatives of the owner who may see today. */
const seesToday: readonly PersonName[] = [
  'linkedMed',
  'linkedMedToday',
  'refused',
  'helper',
  'helperWaits',
  'helperOutdated',
]
const about = '20781|morning'

describeOnEachDatabase('who may do what on the ladder', (open) => {
  let base: TestDatabase
  let cast: Cast
  beforeAll(async () => {
    base = await open()
    cast = await createCast(base.owner)
  })
  beforeEach(() => base.owner.query('delete from gyeote.ladder_ends'))
  afterAll(() => base.close())

  const as = <T>(claims: Claims, work: (tx: Tx) => Promise<T>) => base.db.asViewer(claims, work)
  const stepOf = async (person: PersonName) => {
    const rows = await base.owner.query<{ id: string }>(
      'select id from gyeote.ladder_steps where link_id = $1',
      [cast.links[person]],
    )
    return rows[0]?.id ?? randomUUID()
  }
  const takeOn = async (tx: Tx, step: string) => {
    const { rows } = await sql<{ came: string }>`
      select gyeote.take_on_ladder(${step}::uuid, now()) as came`.execute(tx)
    return rows[0]?.came
  }
  const choose = async (tx: Tx, courses: string[], links: string[]) => {
    const { rows } = await sql<{ done: boolean }>`
      select gyeote.choose_ladder(true, '1', 60, 1320, 420, ${courses}::uuid[], ${links}::uuid[],
        now()) as done`.execute(tx)
    return rows[0]?.done
  }
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
  const courseOf = async (person: PersonName) => {
    const rows = await base.owner.query<{ id: string }>(
      'select id from gyeote.courses where person_id = $1 limit 1',
      [cast.ids[person]],
    )
    return rows[0]?.id ?? ''
  }
  const ends = () => base.owner.query('select how, link_id, name from gyeote.ladder_ends')

  test('takes it on: who was told and may see today, by their own step alone', async () => {
    for (const name of Object.keys(cast.links) as PersonName[]) {
      await base.owner.query('delete from gyeote.ladder_ends')
      const step = await stepOf(name)
      expect(await as(cast.claimsOf(name), (tx) => takeOn(tx, step)), name).toBe(
        seesToday.includes(name) ? 'taken_on' : 'over',
      )
      expect(await ends(), name).toHaveLength(seesToday.includes(name) ? 1 : 0)
    }
    await base.owner.query('delete from gyeote.ladder_ends')
    const step = await stepOf('linkedMed')
    for (const name of everyone.filter((one) => one !== 'linkedMed'))
      expect(await as(cast.claimsOf(name), (tx) => takeOn(tx, step)), name).toBe('over')
    expect(await as(await held('linkedMed'), (tx) => takeOn(tx, step))).toBe('over')
    expect(await ends()).toEqual([])
  })

  test('the first holds: another relative, and the senior’s own word', async () => {
    const [one, other] = [await stepOf('linkedMed'), await stepOf('linkedMedToday')]
    expect(await as(cast.claimsOf('linkedMed'), (tx) => takeOn(tx, one))).toBe('taken_on')
    expect(await as(cast.claimsOf('linkedMedToday'), (tx) => takeOn(tx, other))).toBe('other')
    expect(await as(cast.claimsOf('linkedMed'), (tx) => takeOn(tx, one))).toBe('taken_on')
    await base.owner.query('delete from gyeote.ladder_ends')
    const day = 20781 * 24 * 60 * 60_000
    await as(cast.claimsOf('owner'), (tx) =>
      sql`select gyeote.stop_ladder(${about}, ${new Date(day)})`.execute(tx),
    )
    expect(await as(cast.claimsOf('linkedMed'), (tx) => takeOn(tx, one))).toBe('over')
    expect(await ends()).toEqual([{ how: 'stopped', link_id: null, name: null }])
  })

  test('알리지 마세요 is about now, and nothing in a session that is not sure of itself', async () => {
    const stop = (claims: Claims, group: string, day: number) =>
      as(claims, (tx) =>
        sql`select gyeote.stop_ladder(${group}, ${new Date(day * 24 * 60 * 60_000)})`.execute(tx),
      )
    await stop(cast.claimsOf('owner'), '20700|morning', 20781)
    await stop(await held('owner'), about, 20781)
    expect(await ends()).toEqual([])
    await stop(cast.claimsOf('owner'), '20780|bedtime', 20781)
    expect(await ends()).toHaveLength(1)
  })

  describe('a choice', () => {
    test('is of one’s own medicines and of family that is linked', async () => {
      const own = await courseOf('owner')
      const link = (name: PersonName) => cast.links[name] ?? randomUUID()
      const mine = (courses: string[], links: string[]) =>
        as(cast.claimsOf('owner'), (tx) => choose(tx, courses, links))
      expect(await mine([own], [link('linkedMed')])).toBe(true)
      expect(await mine([randomUUID()], [link('linkedMed')])).toBe(false)
      for (const name of ['ended', 'blocked', 'pending', 'stranger'] as const)
        expect(await mine([own], [link(name)]), name).toBe(false)
      expect(await mine([], [link('linkedMed')])).toBe(false)
      expect(await mine([own], [])).toBe(false)
      expect(await as(await held('owner'), (tx) => choose(tx, [own], [link('linkedMed')]))).toBe(
        false,
      )
      // A relative makes none in the senior’s name.
      expect(
        await as(cast.claimsOf('linkedMed'), (tx) => choose(tx, [own], [link('linkedMed')])),
      ).toBe(false)
    })

    test('shows the senior whom a push reaches, of those who see today alone', async () => {
      const reachOf = async (tx: Tx) => {
        const { rows } = await sql<{ reach: { linkId: string }[] | null }>`
          select gyeote.ladder_reach(now()) as reach`.execute(tx)
        return (rows[0]?.reach ?? []).map(({ linkId }) => linkId)
      }
      const seen = await as(cast.claimsOf('owner'), reachOf)
      expect(seen.sort()).toEqual(seesToday.map((name) => cast.links[name]).sort())
      expect(await as(cast.claimsOf('linkedMed'), reachOf)).toEqual([])
      expect(await as(await held('owner'), reachOf)).toEqual([])
    })
  })

  test('what processes call is nobody’s who is signed in', async () => {
    const calls = [
      sql`select gyeote.read_ladders('{}', 0, now(), 40)`,
      sql`select gyeote.open_ladder_steps(gen_random_uuid(), '[]', now())`,
      sql`select gyeote.forget_ladder(now())`,
      sql`select gyeote.ladder_rungs(gen_random_uuid(), '{}', now(), 40)`,
      sql`select gyeote.end_ladders(gen_random_uuid(), now())`,
    ]
    for (const call of calls) {
      const able: Actor[] = []
      for (const actor of actors.filter((one) => one !== 'service'))
        await asActor(base, cast, actor, (tx) => call.execute(tx)).then(
          () => able.push(actor),
          (error: { code?: string }) => expect(error.code).toBe('42501'),
        )
      expect(able).toEqual(nobody)
    }
  })
})
