import { sql } from 'kysely'
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { asActor, countAffected } from '../support/attempts'
import { createCast, type Cast } from '../support/cast'
import { describeOnEachDatabase, type TestDatabase } from '../support/databases'

describeOnEachDatabase('who sees whom', (open) => {
  let base: TestDatabase
  let cast: Cast
  beforeAll(async () => {
    base = await open()
    cast = await createCast(base.owner)
  })
  afterAll(() => base.close())

  describe('consents', () => {
    const visibleTo = (actor: Parameters<typeof asActor>[2], kind: string) =>
      asActor(base, cast, actor, async (tx) => {
        const { rows } = await sql<{ ids: string[] }>`
          select gyeote.visible_persons(${kind}) as ids`.execute(tx)
        return rows[0]?.ids ?? []
      })

    test('each kind opens its own door and no other', async () => {
      const { owner } = cast.ids
      const doors = {
        cards: 'linkedCards',
        med: 'linkedMed',
        presence: 'linkedPresence',
        scam_alert: 'linkedScamAlert',
      } as const
      for (const [kind, holder] of Object.entries(doors))
        for (const actor of Object.values(doors))
          expect((await visibleTo(actor, kind)).includes(owner), `${actor} ${kind}`).toBe(
            actor === holder,
          )
      expect(await visibleTo('linkedCards', 'health_data')).toEqual([cast.ids.linkedCards])
    })

    test('a withdrawal closes it, consent anew opens it, the end of the link closes it for good', async () => {
      const link = cast.links.linkedNone ?? ''
      const { owner, linkedNone } = cast.ids
      const say = (given: boolean) =>
        base.db.asViewer(cast.claimsOf('owner'), (tx) =>
          tx
            .insertInto('gyeote.consents')
            .values({ person_id: owner, link_id: link, kind: 'cards', given, text_version: 'v1' })
            .execute(),
        )
      const seen = async () => (await visibleTo('linkedNone', 'cards')).includes(owner)
      expect(await seen()).toBe(false)
      await say(true)
      expect(await seen()).toBe(true)
      await say(false)
      expect(await seen()).toBe(false)
      await say(true)
      expect(await seen()).toBe(true)
      await base.owner.query(`update gyeote.family_links set status = 'ended' where id = $1`, [
        link,
      ])
      expect(await seen()).toBe(false)
      expect(await visibleTo('linkedNone', 'cards')).toEqual([linkedNone])
    })

    test('a hundred changes of mind within a moment: the last one counts', async () => {
      const link = cast.links.refused ?? ''
      for (let i = 0; i < 50; i++)
        for (const given of ['true', 'false'])
          await base.owner.query(
            `insert into gyeote.consents (person_id, link_id, kind, given, text_version, created_at)
             values ($1, $2, 'presence', $3, 'v1', '2026-11-24T00:00:00Z')`,
            [cast.ids.owner, link, given],
          )
      expect(await visibleTo('refused', 'presence')).toEqual([cast.ids.refused])
    })

    test.each([
      ['a relative for the senior', 'linkedMed', 'owner', 'linkedMed'],
      ['a relative in their own name', 'linkedMed', 'linkedMed', 'linkedMed'],
      ['the senior on somebody else’s link', 'stranger', 'stranger', 'linkedMed'],
    ] as const)('nobody but the senior consents: %s', async (_how, actor, person, link) => {
      const added = await countAffected(
        base,
        cast,
        actor,
        `insert into gyeote.consents (person_id, link_id, kind, given, text_version)
         values ($1, $2, 'cards', true, 'v1')`,
        [cast.ids[person], cast.links[link]],
      )
      expect(added).toBe(0)
    })

    test.each(['created_at', 'number'])('a consent cannot be dated ahead by %s', async (column) => {
      const value = column === 'number' ? '999999' : '2099-01-01T00:00:00Z'
      await expect(
        asActor(base, cast, 'owner', (tx) =>
          sql`insert into gyeote.consents (person_id, kind, given, text_version, ${sql.ref(column)})
              overriding system value
              values (${cast.ids.owner}, 'cards', true, 'v1', ${value})`.execute(tx),
        ),
      ).rejects.toMatchObject({ code: '42501' })
    })
  })

  describe('links', () => {
    test('people of a demo family and real people never meet', async () => {
      const link = (senior: string, relative: string) =>
        base.owner.query(
          `insert into gyeote.family_links (senior_id, relative_id, relation) values ($1, $2, 'child')`,
          [senior, relative],
        )
      const { demo, stranger } = cast.ids
      await expect(link(demo, stranger)).rejects.toMatchObject({ code: '23514' })
      await expect(link(stranger, demo)).rejects.toMatchObject({ code: '23514' })
      await expect(
        base.owner.query('update gyeote.family_links set relative_id = $1 where id = $2', [
          demo,
          cast.links.linkedCards,
        ]),
      ).rejects.toMatchObject({ code: '23514' })
      const [one, two] = [randomUUID(), randomUUID()]
      for (const id of [one, two])
        await base.owner.query('insert into gyeote.people (id, is_demo) values ($1, true)', [id])
      await link(one, two)
    })

    test('whoever is linked stays in their world', async () => {
      await expect(
        base.owner.query('update gyeote.people set is_demo = true where id = $1', [cast.ids.owner]),
      ).rejects.toMatchObject({ code: '23514' })
    })
  })
})
