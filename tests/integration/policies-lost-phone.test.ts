import { sql } from 'kysely'
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Claims } from '~/platform/database/database.server'
import { createCast, everyone, type Cast, type PersonName } from '../support/cast'
import { describeOnEachDatabase, type TestDatabase } from '../support/databases'

describeOnEachDatabase('who ends the phones of a senior who has lost them', (open) => {
  let base: TestDatabase
  let cast: Cast
  beforeAll(async () => {
    base = await open()
    cast = await createCast(base.owner)
  })
  afterAll(() => base.close())

  const callAs = async <T>(claims: Claims, call: ReturnType<typeof sql>) =>
    base.db.asViewer(claims, async (tx) => {
      const { rows } = await sql<{ value: T }>`select ${call} as value`.execute(tx)
      return rows[0]?.value as T
    })
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

  async function whoMay(): Promise<PersonName[]> {
    const able: PersonName[] = []
    for (const name of everyone) {
      const trusting = await callAs<string[]>(cast.claimsOf(name), sql`gyeote.trusting_persons()`)
      if (trusting.includes(cast.ids.owner)) able.push(name)
    }
    return able
  }
  const end = (claims: Claims, link: PersonName) =>
    callAs<number | null>(claims, sql`gyeote.end_phones_of_helped(${cast.links[link]}, now())`)
  const say = (given: boolean, kind: string, link: string | null) =>
    base.owner.query(
      `insert into gyeote.consents (person_id, link_id, kind, given, text_version)
         values ($1, $2, $3, $4, 'v1')`,
      [cast.ids.owner, link, kind, given],
    )

  test('whoever they let help, also where no medicine is shown or kept', async () => {
    expect(await whoMay()).toEqual(['helper', 'helperBlind'])
    await say(false, 'health_data', null)
    expect(await whoMay()).toEqual(['helper', 'helperBlind'])
    expect(await callAs<string[]>(cast.claimsOf('helper'), sql`gyeote.helped_persons()`)).toEqual(
      [],
    )
    for (const name of everyone) {
      const link = cast.links[name]
      if (!link) continue
      const ended = await end(cast.claimsOf(name), name)
      expect(ended === null, name).toBe(name !== 'helper' && name !== 'helperBlind')
    }
    await say(true, 'health_data', null)
  })

  test('nobody by another’s link, in a session that is not sure of itself, or without one', async () => {
    for (const name of ['owner', 'stranger', 'otherAccount', 'unlinkedFamily'] as const)
      expect(await end(cast.claimsOf(name), 'helper'), name).toBeNull()
    expect(await end(await held('helper'), 'helper')).toBeNull()
    const asAnon = base.db.asViewer(null, (tx) =>
      sql`select gyeote.end_phones_of_helped(${cast.links.helper}, now())`.execute(tx),
    )
    await expect(asAnon).rejects.toMatchObject({ code: '42501' })
  })

  test('nobody any more once the senior takes the helping back', async () => {
    await say(false, 'help', cast.links.helper ?? '')
    expect(await whoMay()).toEqual(['helperBlind'])
    expect(await end(cast.claimsOf('helper'), 'helper')).toBeNull()
    await say(true, 'help', cast.links.helper ?? '')
    expect(await whoMay()).toEqual(['helper', 'helperBlind'])
  })
})
