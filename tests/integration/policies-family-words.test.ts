import { sql } from 'kysely'
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Claims, Tx } from '~/platform/database/database.server'
import { asActor } from '../support/attempts'
import { actors, createCast, type Actor, type Cast, type PersonName } from '../support/cast'
import { describeOnEachDatabase, type TestDatabase } from '../support/databases'

const linked: readonly PersonName[] = [
  'linkedCards',
  'linkedMed',
  'linkedMedToday',
  'linkedPresence',
  'linkedScamAlert',
  'linkedNone',
  'withdrawn',
  'givenAgain',
  'refused',
  'outdated',
  'helper',
  'helperWaits',
  'helperBlind',
  'helperOutdated',
]
const isOver: readonly PersonName[] = ['pending', 'ended', 'blocked']

describeOnEachDatabase('who may say a kind word, and who reads it', (open) => {
  let base: TestDatabase
  let cast: Cast
  beforeAll(async () => {
    base = await open()
    cast = await createCast(base.owner)
  })
  afterAll(() => base.close())

  const as = <T>(claims: Claims, work: (tx: Tx) => Promise<T>) => base.db.asViewer(claims, work)
  const linkOf = (person: PersonName) => cast.links[person] ?? ''
  const send = async (tx: Tx, link: string, words = '잘 지내세요') => {
    const { rows } = await sql<{ answer: string }>`
      select gyeote.send_family_word(${link}, ${words}) as answer`.execute(tx)
    return rows[0]?.answer
  }
  const wordsOf = async (tx: Tx, link: string) => {
    const { rows } = await sql`select id from gyeote.family_words where link_id = ${link}`.execute(
      tx,
    )
    return rows.length
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

  describe('a word of the family', () => {
    test('is read by the two sides of its link while it lasts', async () => {
      for (const relative of [...linked, ...isOver]) {
        const able: Actor[] = []
        for (const actor of actors) {
          const count = await asActor(base, cast, actor, (tx) =>
            wordsOf(tx, linkOf(relative)),
          ).catch((error: { code?: string }) => {
            if (error.code === '42501') return 0
            throw error
          })
          if (count > 0) able.push(actor)
        }
        expect(able, relative).toEqual(linked.includes(relative) ? ['owner', relative] : [])
      }
    })

    test('is written by who is linked, on their own link only', async () => {
      await base.owner.query('delete from gyeote.family_words')
      for (const name of [...linked, ...isOver])
        expect(await asActor(base, cast, name, (tx) => send(tx, linkOf(name))), name).toBe(
          linked.includes(name) ? 'sent' : 'no_link',
        )
      for (const name of ['owner', 'linkedMed', 'stranger', 'otherAccount'] as const)
        expect(await asActor(base, cast, name, (tx) => send(tx, linkOf('linkedNone'))), name).toBe(
          'no_link',
        )
    })

    test('goes once a day, the same one twice counts as one', async () => {
      const claims = cast.claimsOf('linkedNone')
      const link = linkOf('linkedNone')
      expect(await as(claims, (tx) => send(tx, link, '하나'))).toBe('sent')
      expect(await as(claims, (tx) => send(tx, link, '하나'))).toBe('sent')
      expect(await as(claims, (tx) => send(tx, link, '둘'))).toBe('already')
      expect(await as(claims, (tx) => wordsOf(tx, link))).toBe(1)
      await base.owner.query('update gyeote.family_words set day = day - 1 where link_id = $1', [
        link,
      ])
      expect(await as(claims, (tx) => send(tx, link, '둘'))).toBe('sent')
    })

    test('is not told from its hearing: when a senior put it away is theirs', async () => {
      const reading = as(cast.claimsOf('linkedNone'), (tx) =>
        sql`select heard_at from gyeote.family_words`.execute(tx),
      )
      await expect(reading).rejects.toMatchObject({ code: '42501' })
    })

    test('is put away by the senior alone', async () => {
      const link = linkOf('linkedNone')
      const [word] = await base.owner.query<{ id: string }>(
        'select id from gyeote.family_words where link_id = $1 limit 1',
        [link],
      )
      const hear = (claims: Claims) =>
        as(claims, (tx) => sql`select gyeote.hear_family_word(${word?.id})`.execute(tx))
      const isHeard = async () =>
        (
          await base.owner.query<{ heard: boolean }>(
            'select heard_at is not null as heard from gyeote.family_words where id = $1',
            [word?.id],
          )
        )[0]?.heard
      for (const name of ['linkedNone', 'linkedMed', 'stranger'] as const)
        await hear(cast.claimsOf(name))
      await hear(await held('owner'))
      expect(await isHeard()).toBe(false)
      await hear(cast.claimsOf('owner'))
      expect(await isHeard()).toBe(true)
    })

    test('is a week old at most', async () => {
      const link = linkOf('linkedNone')
      await base.owner.query(
        `update gyeote.family_words set created_at = now() - interval '7 days' where link_id = $1`,
        [link],
      )
      for (const name of ['owner', 'linkedNone'] as const)
        expect(await as(cast.claimsOf(name), (tx) => wordsOf(tx, link))).toBe(0)
    })
  })

  describe('that all is well', () => {
    const sayFine = async (tx: Tx) => {
      const { rows } = await sql<{ told: boolean }>`
        select gyeote.say_fine(now()) as told`.execute(tx)
      return rows[0]?.told
    }
    test('is said by who has somebody to hear it', async () => {
      expect(await asActor(base, cast, 'owner', sayFine)).toBe(true)
      for (const name of ['linkedMed', 'pending', 'ended', 'blocked', 'otherAccount'] as const)
        expect(await asActor(base, cast, name, sayFine), name).toBe(false)
    })

    test('is of today and yesterday, for the family', async () => {
      await base.owner.query(
        `insert into gyeote.family_fine (person_id, day, said_at) values ($1, '2026-01-01', now())`,
        [cast.ids.owner],
      )
      const days = (person: PersonName) =>
        asActor(base, cast, person, async (tx) => {
          const { rows } = await sql`
            select 1 from gyeote.family_fine where person_id = ${cast.ids.owner}`.execute(tx)
          return rows.length
        })
      expect(await days('owner')).toBe(2)
      expect(await days('linkedNone')).toBe(1)
    })
  })

  test('a session that is not sure of itself says nothing and reads nothing', async () => {
    await base.owner.query(
      `insert into gyeote.family_words (link_id, day, words) values ($1, current_date, '하나')`,
      [linkOf('linkedCards')],
    )
    for (const name of ['owner', 'linkedCards'] as const) {
      expect(await as(cast.claimsOf(name), (tx) => wordsOf(tx, linkOf('linkedCards')))).toBe(1)
      const claims = await held(name)
      expect(await as(claims, (tx) => send(tx, linkOf('linkedCards')))).toBe('no_link')
      const { rows } = await as(claims, (tx) =>
        sql`select 1 from gyeote.family_fine union all select 1 from gyeote.family_words
            union all select 1 from gyeote.words_to_hear()`.execute(tx),
      )
      expect(rows).toEqual([])
      const told = await as(claims, (tx) =>
        sql<{ told: boolean }>`select gyeote.say_fine(now()) as told`.execute(tx),
      )
      expect(told.rows).toEqual([{ told: false }])
    }
  })
})
