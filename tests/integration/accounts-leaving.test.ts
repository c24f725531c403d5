import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { exportMyData } from '~/features/account/export-my-data.server'
import { removeAbandonedAccounts } from '~/features/account/remove-abandoned-accounts.server'
import { removeDeletedAccounts } from '~/features/account/remove-deleted-accounts.server'
import { requestDeletion } from '~/features/account/request-deletion.server'
import { undoDeletion } from '~/features/account/undo-deletion.server'
import { describeOnEachDatabase, type TestDatabase } from '../support/databases'
import { keepSomethingOfEach } from '../support/kept-rows'
import {
  finishCard,
  loadTestCards,
  newPhone,
  openWorld,
  signIn,
  type World,
} from './accounts-world'

const day = 24 * 60
const demo = { id: '00000000-0000-4000-8000-000000000009', phone: '+821000000009' }

/**
 * Tables about a person that hold nothing of theirs: half of a proof that lives two minutes, a code that lives
 * ten, and how often something changed.
 */
// What is on its way to a phone that was ended is an address and keys.
const notExported = [
  'adoption_offers',
  'family_invites',
  'family_versions',
  'last_pushes',
  'medication_versions',
  'waiting_adoptions',
]

/** Where the person stands under another name. */
const whose: Record<string, string> = { family_blocks: 'senior_id', family_requests: 'relative_id' }

describeOnEachDatabase('leaving', (open) => {
  describe.each(['in this process', 'over HTTP'] as const)('%s', (transport) => {
    let opened: TestDatabase
    let world: World

    beforeAll(async () => {
      opened = await open()
      world = await openWorld(opened, transport)
      await loadTestCards(world)
      await sql`select gyeote.mark_demo(${demo.id}, ${'김체험'})`.execute(world.parts.db.root)
    })
    afterAll(async () => {
      await world.close()
      await opened.close()
    })
    beforeEach(() => {
      world.feel('well')
      world.passMinutes(1)
    })

    const anonymous = async () => {
      const browser = world.browser()
      const viewer = await (await browser.ask()).begin()
      return { browser, viewer }
    }
    const personExists = async (id: string) =>
      (await world.owner.query('select id from gyeote.people where id = $1', [id])).length === 1
    const authUserExists = async (id: string) =>
      (await world.owner.query('select id from auth.users where id = $1', [id])).length === 1
    const erasures = () => world.owner.query('select person_id from gyeote.erasures')

    test('the export has every table’s rows, and nobody else’s', async () => {
      const phone = newPhone()
      const { browser } = await anonymous()
      await finishCard(await browser.context(), 'card-a', '2026-11-01')
      const first = (await signIn(world, browser, phone)).viewer
      const second = await anonymous()
      await finishCard(await second.browser.context(), 'card-b', '2026-11-02')
      await signIn(world, second.browser, phone)
      // Somebody who lets this person see their cards: theirs to see, but not their own data.
      const home = world.browser()
      const relative = (await signIn(world, home, newPhone())).viewer
      await finishCard(await home.context(), 'card-c', '2026-11-03')
      await world.owner.query(
        `with link as (
           insert into gyeote.family_links (senior_id, relative_id, relation, status)
           values ($1, $2, '어머니', 'active') returning id)
         insert into gyeote.consents (person_id, link_id, kind, given, text_version)
         select $1, id, 'cards', true, '1' from link returning id`,
        [relative.personId, first.personId],
      )
      const seen = await (
        await second.browser.context()
      ).asViewer((tx) =>
        tx.selectFrom('gyeote.card_completions').select('person_id').distinct().execute(),
      )
      expect(seen).toHaveLength(2)
      await keepSomethingOfEach(world.owner, first.personId, relative.personId)

      const exported = await exportMyData(await second.browser.context())
      expect(exported.account).toEqual({ id: first.personId, phone })
      const referring = await world.owner.query<{ name: string }>(
        `select distinct relname as name from pg_constraint join pg_class on pg_class.oid = conrelid
         where contype = 'f' and confrelid = 'gyeote.people'::regclass order by 1`,
      )
      const expected = referring
        .map((row) => row.name)
        .filter((name) => !notExported.includes(name))
      expect(Object.keys(exported.tables).sort()).toEqual(
        [...expected, 'audit_logs', 'family_looks', 'family_words', 'people'].sort(),
      )
      for (const [table, rows] of Object.entries(exported.tables))
        expect(rows.length, table).toBeGreaterThan(0)
      expect(exported.tables.card_completions).toHaveLength(2)
      for (const name of expected.filter((each) => each !== 'family_links')) {
        const [{ n } = { n: -1 }] = await world.owner.query<{ n: number }>(
          `select count(*)::int as n from gyeote.${name} where ${whose[name] ?? 'person_id'} = $1`,
          [first.personId],
        )
        expect(exported.tables[name]?.length, name).toBe(n)
      }
      const text = JSON.stringify(JSON.parse(JSON.stringify(exported)))
      expect(text).toContain('"completed_on":"2026-11-01"')
      const others = await world.owner.query<{ id: string }>(
        'select id from gyeote.people where id not in ($1, $2)',
        [first.personId, relative.personId],
      )
      for (const { id } of others) expect(text).not.toContain(id)
    })

    test('exported instants are in UTC, wherever the database thinks it is', async () => {
      const browser = world.browser()
      await signIn(world, browser, newPhone())
      const context = await browser.context()
      const inSeoul: typeof context.asViewer = (work) =>
        context.asViewer(async (tx) => {
          await sql`set local timezone = 'Asia/Seoul'`.execute(tx)
          return work(tx)
        })
      const { tables } = await exportMyData({ ...context, asViewer: inSeoul })
      expect(tables.devices?.[0]).toMatchObject({
        created_at: expect.stringMatching(/\+00:00$/) as string,
      })
    })

    test('deletion takes seven days, can be undone, and then takes everything', async () => {
      const browser = world.browser()
      const { viewer } = await signIn(world, browser, newPhone())
      await finishCard(await browser.context(), 'card-a', '2026-11-01')
      const requested = await requestDeletion(await browser.context())
      expect(requested).toMatchObject({ requested: true })
      world.passMinutes(3 * day)
      expect(await requestDeletion(await browser.context())).toEqual(requested)
      world.passMinutes(3 * day)
      expect(await removeDeletedAccounts(world.parts)).toEqual([])
      await undoDeletion(await browser.context())
      world.passMinutes(2 * day)
      expect(await removeDeletedAccounts(world.parts)).toEqual([])
      expect(await personExists(viewer.personId)).toBe(true)

      const trail = await world.owner.query('select id from gyeote.audit_logs')
      await requestDeletion(await browser.context())
      world.passMinutes(7 * day + 1)
      expect((await browser.ask()).viewer).not.toBeNull()
      expect(await removeDeletedAccounts(world.parts)).toEqual([viewer.personId])
      expect(await personExists(viewer.personId)).toBe(false)
      expect(await authUserExists(viewer.personId)).toBe(false)
      expect((await browser.ask()).viewer).toBeNull()
      expect(await world.owner.query('select id from gyeote.audit_logs')).toEqual(trail)
      expect(await removeDeletedAccounts(world.parts)).toEqual([])
      expect(await erasures()).toEqual([])
    })

    test('a run that was cut short between the two steps is finished by the next', async () => {
      const browser = world.browser()
      const { viewer } = await signIn(world, browser, newPhone())
      await requestDeletion(await browser.context())
      world.passMinutes(8 * day)
      world.feel('dead')
      await expect(removeDeletedAccounts(world.parts)).rejects.toThrow(/are to be erased/)
      expect(await personExists(viewer.personId)).toBe(false)
      expect(await authUserExists(viewer.personId)).toBe(true)
      expect((await browser.ask()).viewer).toBeNull()
      world.feel('forgetful')
      await expect(removeDeletedAccounts(world.parts)).rejects.toThrow(/are to be erased/)
      world.feel('well')
      expect(await removeDeletedAccounts(world.parts)).toEqual([])
      expect(await authUserExists(viewer.personId)).toBe(false)
      expect(await erasures()).toEqual([])
    })

    test('who signs in while being erased is asked to come again, and then begins anew', async () => {
      const phone = newPhone()
      const browser = world.browser()
      await signIn(world, browser, phone)
      await requestDeletion(await browser.context())
      world.passMinutes(8 * day)
      world.feel('dead')
      await removeDeletedAccounts(world.parts).catch(() => undefined)
      world.feel('well')
      const again = world.browser()
      await (await again.ask()).sendCode(phone)
      expect(await (await again.ask()).verifyCode(phone, world.lastCode())).toEqual({
        verified: false,
        reason: 'unavailable',
      })
      expect((await again.ask()).viewer).toBeNull()
      // A browser never holds a session whose rows are missing.
      expect(again.jar.has('gyeote-session')).toBe(false)
      // That run is long over.
      await world.owner.query(
        `update gyeote.erasures set claimed_at = claimed_at - interval '11 minutes'`,
      )
      const { viewer } = await signIn(world, again, phone)
      await removeDeletedAccounts(world.parts)
      expect((await again.ask()).viewer).toEqual(viewer)
      expect(await authUserExists(viewer.personId)).toBe(true)
    })

    test('an anonymous account that did nothing goes after 7 idle days, another after 400', async () => {
      const empty = await anonymous()
      const used = await anonymous()
      const reading = await anonymous()
      const tied = world.browser()
      const { viewer: person } = await signIn(world, tied, newPhone())
      await finishCard(await used.browser.context(), 'card-a', '2026-11-01')
      world.passMinutes(6 * day)
      await reading.browser.ask()
      expect(await removeAbandonedAccounts(world.parts)).not.toContain(empty.viewer.personId)
      world.passMinutes(1 * day)
      const removed = await removeAbandonedAccounts(world.parts)
      expect(removed).toContain(empty.viewer.personId)
      expect(removed).not.toContain(used.viewer.personId)
      expect(removed).not.toContain(reading.viewer.personId)
      expect(await authUserExists(empty.viewer.personId)).toBe(false)
      world.passMinutes(392 * day)
      expect(await removeAbandonedAccounts(world.parts)).not.toContain(used.viewer.personId)
      world.passMinutes(1 * day)
      expect(await removeAbandonedAccounts(world.parts)).toContain(used.viewer.personId)
      expect(await personExists(person.personId)).toBe(true)
      expect(await removeAbandonedAccounts(world.parts)).toEqual([])
    })

    test('the adopted account’s auth user goes with the next run', async () => {
      const phone = newPhone()
      await signIn(world, world.browser(), phone)
      const { browser, viewer } = await anonymous()
      await signIn(world, browser, phone)
      expect(await authUserExists(viewer.personId)).toBe(true)
      await removeAbandonedAccounts(world.parts)
      expect(await authUserExists(viewer.personId)).toBe(false)
    })

    test('demo people are never removed', async () => {
      const browser = world.browser()
      await (await browser.ask()).enterAsDemo(demo)
      expect(await requestDeletion(await browser.context())).toEqual({
        requested: false,
        reason: 'demo',
      })
      await world.owner.query(
        `update gyeote.people set anonymous = true, last_active_on = '2020-01-01',
           deletion_requested_at = '2020-01-01' where id = $1`,
        [demo.id],
      )
      expect(await removeDeletedAccounts(world.parts)).not.toContain(demo.id)
      expect(await removeAbandonedAccounts(world.parts)).not.toContain(demo.id)
      expect(await personExists(demo.id)).toBe(true)
    })

    test('a viewer cannot call what only jobs may call', async () => {
      const { browser } = await anonymous()
      const context = await browser.context()
      for (const call of [
        sql`select gyeote.remove_deleted_accounts(now())`,
        sql`select gyeote.remove_abandoned_accounts(current_date)`,
        sql`select gyeote.claim_erasures(1)`,
        sql`select gyeote.finish_erasure(${crypto.randomUUID()})`,
      ])
        await expect(context.asViewer((tx) => call.execute(tx))).rejects.toThrow(
          /permission denied/,
        )
    })
  })
})
