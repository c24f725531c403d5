import { CompiledQuery, sql } from 'kysely'
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Claims, Tx } from '~/platform/database/database.server'
import { countAffected } from '../support/attempts'
import { actors, createCast, everyone, type Cast, type PersonName } from '../support/cast'
import { describeOnEachDatabase, type TestDatabase } from '../support/databases'
import { medicationTables, newMedicationRow } from '../support/medication-rows'

/** What adding, changing, pausing and ending a medicine writes. */
const helpedTables = [
  'courses',
  'course_versions',
  'slot_hours',
  'packs',
  'pauses',
  'pause_ends',
] as const

describeOnEachDatabase('who may help with medicines', (open) => {
  let base: TestDatabase
  let cast: Cast
  /** A pause of the owner’s one course. */
  const pauseId = randomUUID()
  beforeAll(async () => {
    base = await open()
    cast = await createCast(base.owner)
    const pause = { ...ofCourse('pauses'), id: pauseId }
    await base.owner.query(...insertion('pauses', pause))
  })
  afterAll(() => base.close())

  /** A new row of the owner about their one course. */
  function ofCourse(table: string): Record<string, unknown> {
    const row = newMedicationRow(table, cast.ids.owner)
    const { course_id } = newMedicationRow('packs', cast.ids.owner)
    if (table === 'pauses') return { ...row, course_id }
    return table === 'pause_ends' ? { ...row, pause_id: pauseId } : row
  }
  function insertion(table: string, row: Record<string, unknown>): [string, unknown[]] {
    const columns = Object.keys(row)
    const places = columns.map((_, index) => `$${index + 1}`).join()
    const names = columns.map((column) => `"${column}"`).join()
    return [`insert into gyeote.${table} (${names}) values (${places})`, Object.values(row)]
  }
  const as = <T>(claims: Claims, work: (tx: Tx) => Promise<T>) => base.db.asViewer(claims, work)
  const callAs = async <T>(claims: Claims, call: ReturnType<typeof sql>) =>
    as(claims, async (tx) => {
      const { rows } = await sql<{ value: T }>`select ${call} as value`.execute(tx)
      return rows[0]?.value as T
    })
  /** Who of the cast writes this row of the owner, each in their own name. */
  async function whoAdds(table: string, row: () => Record<string, unknown>) {
    const able: string[] = []
    for (const actor of actors) {
      const by_id = actor === 'anon' || actor === 'service' ? randomUUID() : cast.ids[actor]
      const statement = insertion(table, { ...row(), by_id })
      if ((await countAffected(base, cast, actor, ...statement)) > 0) able.push(actor)
    }
    return able
  }
  async function whoHelps(): Promise<PersonName[]> {
    const able: PersonName[] = []
    for (const name of everyone) {
      const helped = await callAs<string[]>(cast.claimsOf(name), sql`gyeote.helped_persons()`)
      if (helped.includes(cast.ids.owner)) able.push(name)
    }
    return able
  }
  const choose = (person: PersonName, relative: PersonName, helps: boolean, claims?: Claims) =>
    callAs<boolean>(
      claims ?? cast.claimsOf(person),
      sql`gyeote.choose_family_help(${cast.links[relative]}, ${helps}, 'v2')`,
    )
  /** Claims in a session that is not sure of itself. */
  async function held(person: PersonName): Promise<Claims> {
    const session = randomUUID()
    await base.owner.query(
      `insert into gyeote.devices (session_id, person_id, label, number_question, held_until)
       values ($1, $2, 'new', 'yes', now() + interval '3 days')`,
      [session, cast.ids[person]],
    )
    return { ...cast.claimsOf(person), session_id: session }
  }

  describe.each(medicationTables)('%s', (table) => {
    const isHelped = helpedTables.some((one) => one === table)
    test(isHelped ? 'owner and helper add to it' : 'the owner alone adds to it', async () => {
      expect(await whoAdds(table, () => ofCourse(table))).toEqual(
        isHelped ? ['owner', 'helper'] : ['owner'],
      )
    })
    test('nobody writes in another’s name', async () => {
      const statement = insertion(table, ofCourse(table))
      expect(await countAffected(base, cast, 'helper', ...statement)).toBe(0)
      const forged = insertion(table, { ...ofCourse(table), by_id: cast.ids.helper })
      expect(await countAffected(base, cast, 'owner', ...forged)).toBe(0)
    })
    test('a session that is held adds nothing for others', async () => {
      const claims = await held('helper')
      const row = { ...ofCourse(table), by_id: cast.ids.helper }
      const [text, values] = insertion(table, row)
      const adding = as(claims, (tx) => tx.executeQuery(CompiledQuery.raw(text, values)))
      await expect(adding).rejects.toMatchObject({ code: '42501' })
    })
    test('what is written stays, for a helper too', async () => {
      for (const text of [
        `update gyeote.${table} set at = now() where person_id = $1`,
        `delete from gyeote.${table} where person_id = $1`,
      ])
        expect(await countAffected(base, cast, 'helper', text, [cast.ids.owner])).toBe(0)
    })
  })

  test('a pause of everything, as in hospital, is the senior’s to begin and to end', async () => {
    const everyMedicine = () => ({ ...ofCourse('pauses'), course_id: null })
    expect(await whoAdds('pauses', everyMedicine)).toEqual(['owner'])
    const hospital = { ...everyMedicine(), id: randomUUID() }
    await base.owner.query(...insertion('pauses', hospital))
    const end = (pause_id: string) => () => ({ ...ofCourse('pause_ends'), pause_id })
    expect(await whoAdds('pause_ends', end(hospital.id))).toEqual(['owner'])
    expect(await whoAdds('pause_ends', end(randomUUID()))).toEqual(['owner'])
  })

  test('no consent, no visit and no answer is given for somebody else', async () => {
    expect(
      await countAffected(
        base,
        cast,
        'helper',
        `insert into gyeote.consents (person_id, link_id, kind, given, text_version)
         values ($1, $2, 'med', true, 'v1')`,
        [cast.ids.owner, cast.links.helper],
      ),
    ).toBe(0)
    for (const name of everyone.filter((one) => one !== 'owner'))
      expect(await choose(name, 'linkedMedToday', true), name).toBe(false)
  })

  describe('the choice of the senior', () => {
    const row = async () =>
      (
        await base.owner.query<{ role: string; hours: number | null }>(
          `select role, round(extract(epoch from helps_from - now()) / 3600)::int as hours
           from gyeote.family_links where id = $1`,
          [cast.links.linkedMedToday],
        )
      )[0]

    test('waits for a day, and is written down with its words', async () => {
      expect(await whoHelps()).toEqual(['helper'])
      expect(await choose('owner', 'linkedMedToday', true)).toBe(true)
      expect(await row()).toEqual({ role: 'help', hours: 24 })
      expect(await whoHelps()).toEqual(['helper'])
      const noted = await base.owner.query<{ given: boolean; text_version: string }>(
        `select given, text_version from gyeote.consents
         where link_id = $1 and kind = 'help' order by number`,
        [cast.links.linkedMedToday],
      )
      expect(noted).toEqual([{ given: true, text_version: 'v2' }])
    })

    test('said again does not begin the day anew, and holds once it is over', async () => {
      await base.owner.query(
        `update gyeote.family_links set helps_from = now() + interval '1 hour' where id = $1`,
        [cast.links.linkedMedToday],
      )
      await choose('owner', 'linkedMedToday', true)
      expect(await row()).toEqual({ role: 'help', hours: 1 })
      await base.owner.query('update gyeote.family_links set helps_from = now() where id = $1', [
        cast.links.linkedMedToday,
      ])
      expect(await whoHelps()).toEqual(['linkedMedToday', 'helper'])
      expect(await whoAdds('courses', () => ofCourse('courses'))).toEqual([
        'owner',
        'linkedMedToday',
        'helper',
      ])
    })

    test('is taken back at once, and begins with a new day when given again', async () => {
      expect(await choose('owner', 'linkedMedToday', false)).toBe(true)
      expect(await row()).toEqual({ role: 'view', hours: null })
      expect(await whoHelps()).toEqual(['helper'])
      await choose('owner', 'linkedMedToday', true)
      expect(await row()).toEqual({ role: 'help', hours: 24 })
    })

    test('begins at once for who was linked side by side', async () => {
      await choose('owner', 'linkedMedToday', false)
      await base.owner.query('update gyeote.family_links set side_by_side = true where id = $1', [
        cast.links.linkedMedToday,
      ])
      await choose('owner', 'linkedMedToday', true)
      expect(await whoHelps()).toEqual(['linkedMedToday', 'helper'])
      await choose('owner', 'linkedMedToday', false)
    })

    test('is not made in a session that is held, nor for a link that is over', async () => {
      expect(await choose('owner', 'linkedMedToday', true, await held('owner'))).toBe(false)
      expect(await choose('owner', 'ended', true)).toBe(false)
      expect(await choose('owner', 'pending', true)).toBe(false)
    })

    test('opens nothing while today’s medicines are not shown, nor without the senior’s own consent', async () => {
      const show = (kinds: string[]) =>
        callAs(
          cast.claimsOf('owner'),
          sql`gyeote.change_family_consents(${cast.links.helper}, ${kinds}::text[], 'v1')`,
        )
      await show([])
      expect(await whoHelps()).toEqual([])
      await show(['med_today'])
      expect(await whoHelps()).toEqual(['helper'])
      const keep = (given: boolean) =>
        base.owner.query(
          `insert into gyeote.consents (person_id, kind, given, text_version)
           values ($1, 'health_data', $2, 'v1')`,
          [cast.ids.owner, given],
        )
      await keep(false)
      expect(await whoHelps()).toEqual([])
      await keep(true)
      expect(await whoHelps()).toEqual(['helper'])
    })

    test('ends with the link', async () => {
      await callAs(cast.claimsOf('helper'), sql`gyeote.end_family_link(${cast.links.helper})`)
      expect(await whoHelps()).toEqual([])
      expect(await whoAdds('courses', () => ofCourse('courses'))).toEqual(['owner'])
    })
  })
})
