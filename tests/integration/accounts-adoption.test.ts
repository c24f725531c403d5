import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { adoptedTables } from '../support/adopted-tables'
import { describeOnEachDatabase, type TestDatabase } from '../support/databases'
import {
  finishCard,
  loadTestCards,
  newPhone,
  openWorld,
  signIn,
  type World,
} from './accounts-world'

/** Where the person stands under another name. */
const whose: Record<string, string> = { family_links: 'senior_id', family_blocks: 'senior_id' }

describeOnEachDatabase('adoption', (open) => {
  describe.each(['in this process', 'over HTTP'] as const)('%s', (transport) => {
    let opened: TestDatabase
    let world: World

    beforeAll(async () => {
      opened = await open()
      world = await openWorld(opened, transport)
      await loadTestCards(world)
    })
    afterAll(async () => {
      await world.close()
      await opened.close()
    })

    const anonymous = async () => {
      const browser = world.browser()
      const viewer = await (await browser.ask()).begin()
      return { browser, viewer }
    }
    const rowsOf = async (table: string, personId: string) =>
      world.owner.query(`select * from gyeote.${table} where ${whose[table] ?? 'person_id'} = $1`, [
        personId,
      ])
    const asPerson = (sub: string, is_anonymous: boolean) => ({ sub, is_anonymous })
    const offer = (id: string) =>
      world.parts.db.asViewer(asPerson(id, true), async (tx) => {
        const { rows } = await sql<{ proof: string }>`
          select gyeote.offer_adoption() as proof`.execute(tx)
        return String(rows[0]?.proof)
      })
    const adopt = (person: string, anon: string, proof: string) =>
      world.parts.db.asViewer(asPerson(person, false), (tx) =>
        sql`select gyeote.adopt_anonymous(${anon}, ${proof})`.execute(tx),
      )

    test('every table that refers to a person has an answer', async () => {
      const rows = await world.owner.query<{ name: string }>(
        `select distinct relname as name from pg_constraint join pg_class on pg_class.oid = conrelid
         where contype = 'f' and confrelid = 'gyeote.people'::regclass order by 1`,
      )
      expect(rows.map((row) => row.name)).toEqual(Object.keys(adoptedTables).sort())
    })

    test('everything moves to the account of the number, and points count once a card', async () => {
      const phone = newPhone()
      const home = world.browser()
      const owner = (await signIn(world, home, phone)).viewer
      await finishCard(await home.context(), 'card-a', '2026-11-01')
      await finishCard(await home.context(), 'card-b', '2026-11-02')

      const { browser, viewer } = await anonymous()
      const context = await browser.context()
      const command = await finishCard(context, 'card-b', '2026-10-30')
      await finishCard(context, 'card-c', '2026-11-02')
      await context.asViewer((tx) =>
        tx
          .insertInto('gyeote.consents')
          .values({
            person_id: viewer.personId,
            link_id: null,
            kind: 'health_data',
            given: true,
            text_version: '1',
          })
          .execute(),
      )
      await context.asViewer((tx) =>
        tx
          .updateTable('gyeote.people')
          .set({ display_name: '김순자' })
          .where('id', '=', viewer.personId)
          .execute(),
      )
      const result = await signIn(world, browser, phone)
      expect(result).toMatchObject({ joined: 'adopted', viewer: { personId: owner.personId } })

      const id = owner.personId
      const completions = await world.owner.query<{ card_id: string; day: string }>(
        `select card_id, completed_on::text as day from gyeote.card_completions
         where person_id = $1 order by card_id`,
        [id],
      )
      expect(completions).toEqual([
        { card_id: 'card-a', day: '2026-11-01' },
        { card_id: 'card-b', day: '2026-10-30' },
        { card_id: 'card-c', day: '2026-11-02' },
      ])
      const [points] = await world.owner.query<{ sum: number }>(
        'select sum(points)::int as sum from gyeote.points_ledger where person_id = $1',
        [id],
      )
      expect(points?.sum).toBe(30)
      expect(await rowsOf('quiz_answers', id)).toHaveLength(4)
      expect(await rowsOf('days_together', id)).toHaveLength(3)
      expect(await rowsOf('card_views', id)).toHaveLength(4)
      expect(await rowsOf('consents', id)).toHaveLength(1)
      expect(await rowsOf('applied_commands', id)).toHaveLength(4)
      expect(
        (await rowsOf('applied_commands', id)).map(
          (row) => (row as { command_id: string }).command_id,
        ),
      ).toContain(command)
      expect(await rowsOf('adoptions', id)).toMatchObject([{ adopted_id: viewer.personId }])
      expect(
        await world.owner.query('select display_name from gyeote.people where id = $1', [id]),
      ).toEqual([{ display_name: '김순자' }])
      for (const [table, answer] of Object.entries(adoptedTables))
        if (answer === 'moved') expect(await rowsOf(table, viewer.personId)).toEqual([])
      expect(
        await world.owner.query('select id from gyeote.people where id = $1', [viewer.personId]),
      ).toEqual([])
      expect(
        await world.owner.query(
          `select action from gyeote.audit_logs where user_id =
             (select subject_id from gyeote.audit_subjects where person_id = $1) and action like 'account%'`,
          [id],
        ),
      ).toEqual([{ action: 'account_adopted' }])
    })

    test('a command of the adopted account is a duplicate for the account that stays', async () => {
      const phone = newPhone()
      const owner = (await signIn(world, world.browser(), phone)).viewer
      const { browser } = await anonymous()
      const command = await finishCard(await browser.context(), 'card-a', '2026-11-01')
      await signIn(world, browser, phone)
      const context = await browser.context()
      const { rows } = await context.asViewer((tx) =>
        sql<{
          earlier: unknown
        }>`select gyeote.claim_command(${command}, 'card_complete') as earlier`.execute(tx),
      )
      expect(context.session.viewer?.personId).toBe(owner.personId)
      expect(rows[0]?.earlier).toEqual({ status: 'accepted' })
    })

    test('a family link of the anonymous person moves with the consents on it', async () => {
      const phone = newPhone()
      const owner = (await signIn(world, world.browser(), phone)).viewer
      const daughter = (await signIn(world, world.browser(), newPhone())).viewer
      const { browser, viewer } = await anonymous()
      const link = crypto.randomUUID()
      await world.owner.query(
        `insert into gyeote.family_links (id, senior_id, relative_id, relation, status)
         values ($1, $2, $3, '딸', 'active')`,
        [link, viewer.personId, daughter.personId],
      )
      await world.owner.query(
        `insert into gyeote.consents (person_id, link_id, kind, given, text_version)
         values ($1, $2, 'cards', true, '1')`,
        [viewer.personId, link],
      )
      await world.owner.query(
        `with said as (insert into gyeote.family_fine (person_id, day, said_at) values ($1, '2026-11-24', now()))
         insert into gyeote.family_presence (person_id, day) values ($1, '2026-11-24')`,
        [viewer.personId],
      )
      await world.owner.query(
        `insert into gyeote.family_blocks (senior_id, relative_id, relative_name)
         values ($1, $2, '이름')`,
        [viewer.personId, (await signIn(world, world.browser(), newPhone())).viewer.personId],
      )
      await signIn(world, browser, phone)
      expect(
        await world.owner.query(
          'select senior_id, senior_phone from gyeote.family_links where id = $1',
          [link],
        ),
      ).toEqual([{ senior_id: owner.personId, senior_phone: phone }])
      for (const table of ['family_blocks', 'family_fine', 'family_presence', 'consents'])
        expect(await rowsOf(table, owner.personId), table).toHaveLength(1)
    })

    test('a stranger cannot adopt somebody else’s anonymous account', async () => {
      const { viewer } = await anonymous()
      const stranger = (await signIn(world, world.browser(), newPhone())).viewer
      const real = await offer(viewer.personId)
      for (const proof of ['', 'guess', real.toUpperCase(), real.slice(1)])
        await expect(adopt(stranger.personId, viewer.personId, proof)).rejects.toThrow(
          /proof does not fit/,
        )
      expect(await rowsOf('adoptions', stranger.personId)).toEqual([])
    })

    test('a stranger cannot make or read an offer for somebody else', async () => {
      const { viewer } = await anonymous()
      await offer(viewer.personId)
      const stranger = (await signIn(world, world.browser(), newPhone())).viewer
      await expect(
        world.parts.db.asViewer(asPerson(stranger.personId, false), (tx) =>
          sql`select * from gyeote.adoption_offers`.execute(tx),
        ),
      ).rejects.toThrow(/permission denied/)
      // The token says that the stranger has a number, so there is nothing to offer.
      await expect(
        world.parts.db.asViewer(asPerson(stranger.personId, false), (tx) =>
          sql`select gyeote.offer_adoption()`.execute(tx),
        ),
      ).rejects.toThrow(/only an anonymous account/)
      // Nor would a token that lied about it help: the row knows better.
      await expect(offer(stranger.personId)).rejects.toThrow(/only an anonymous account/)
    })

    test('a proof is good once, for two minutes, and only for an account with a number', async () => {
      const first = await anonymous()
      const second = await anonymous()
      const person = (await signIn(world, world.browser(), newPhone())).viewer
      const proof = await offer(first.viewer.personId)
      await expect(adopt(second.viewer.personId, first.viewer.personId, proof)).rejects.toThrow(
        /only an account with a number/,
      )
      await world.owner.query(
        `update gyeote.adoption_offers set expires_at = now() - interval '1 second'`,
      )
      await expect(adopt(person.personId, first.viewer.personId, proof)).rejects.toThrow(
        /proof does not fit/,
      )
      const fresh = await offer(first.viewer.personId)
      await adopt(person.personId, first.viewer.personId, fresh)
      await expect(adopt(person.personId, first.viewer.personId, fresh)).rejects.toThrow(
        /proof does not fit/,
      )
    })

    test('demo people are entered in one tap, and nobody’s history goes into them', async () => {
      const demo = { id: '00000000-0000-4000-8000-000000000009', phone: '+821000000009' }
      await sql`select gyeote.mark_demo(${demo.id}, ${'김체험'})`.execute(world.parts.db.root)
      const { browser, viewer } = await anonymous()
      const entered = await (await browser.ask()).enterAsDemo(demo)
      expect(entered).toMatchObject({ personId: demo.id, anonymous: false, phone: demo.phone })
      expect((await browser.ask()).viewer).toEqual(entered)
      expect(await rowsOf('adoptions', demo.id)).toEqual([])
      expect(
        await world.owner.query('select id from gyeote.people where id = $1', [viewer.personId]),
      ).toHaveLength(1)
      expect(await (await world.browser().ask()).enterAsDemo(demo)).toMatchObject({
        personId: demo.id,
      })
    })

    test('nobody real is entered in one tap', async () => {
      const phone = newPhone()
      const { viewer } = await signIn(world, world.browser(), phone)
      await expect(
        (await world.browser().ask()).enterAsDemo({ id: viewer.personId, phone }),
      ).rejects.toThrow(/not of a demo family/)
    })
  })
})
