import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { reconcileAccounts } from '~/features/account/reconcile-accounts.server'
import { removeDeletedAccounts } from '~/features/account/remove-deleted-accounts.server'
import { requestDeletion } from '~/features/account/request-deletion.server'
import { undoDeletion } from '~/features/account/undo-deletion.server'
import { describeOnEachDatabase, type TestDatabase } from '../support/databases'
import { newPhone, openWorld, signIn, type World } from './accounts-world'

const day = 24 * 60
const demo = { id: '00000000-0000-4000-8000-000000000009', phone: '+821000000009' }

describeOnEachDatabase('orphans', (open) => {
  describe.each(['in this process', 'over HTTP'] as const)('%s', (transport) => {
    let opened: TestDatabase
    let world: World

    beforeAll(async () => {
      opened = await open()
      world = await openWorld(opened, transport)
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

    const exists = async (table: 'gyeote.people' | 'auth.users', id: string) =>
      (await world.owner.query(`select id from ${table} where id = $1`, [id])).length === 1
    const person = async () => {
      const browser = world.browser()
      const phone = newPhone()
      const { viewer } = await signIn(world, browser, phone)
      return { browser, phone, id: viewer.personId }
    }
    const killed = (moment: 'before' | 'after') => {
      const authFetch = endingAt(moment, world.parts.authFetch)
      return { ...world.parts, authFetch }
    }
    const nothing = { users: 0, people: 0 }

    test('with both halves in place nothing is found, and demo people need no auth user', async () => {
      const { id } = await person()
      world.passMinutes(2 * day)
      expect(await exists('auth.users', demo.id)).toBe(false)
      expect(await reconcileAccounts(world.parts)).toEqual(nothing)
      expect(await exists('auth.users', id)).toBe(true)
    })

    test('an auth user whose person never came, or went without a note, is erased after a day', async () => {
      const { id, phone } = await person()
      await world.owner.query('delete from gyeote.people where id = $1', [id])
      world.passMinutes(day - 5)
      expect(await reconcileAccounts(world.parts)).toEqual(nothing)
      world.passMinutes(10)
      expect(await reconcileAccounts(world.parts)).toEqual({ users: 1, people: 0 })
      expect(await exists('auth.users', id)).toBe(false)
      expect(await reconcileAccounts(world.parts)).toEqual(nothing)
      expect((await signIn(world, world.browser(), phone)).viewer.personId).not.toBe(id)
    })

    test('killed between noting and erasing, the next run goes on', async () => {
      const { id } = await person()
      await world.owner.query('delete from gyeote.people where id = $1', [id])
      world.passMinutes(2 * day)
      await expect(reconcileAccounts(killed('before'))).rejects.toThrow(/are to be erased/)
      expect(await exists('auth.users', id)).toBe(true)
      expect(await reconcileAccounts(world.parts)).toEqual(nothing)
      expect(await exists('auth.users', id)).toBe(false)
      expect(await world.owner.query('select person_id from gyeote.erasures')).toEqual([])
    })

    test('a person whose auth user is gone gets seven days, and then goes', async () => {
      const { browser, id } = await person()
      await world.owner.query('delete from auth.users where id = $1', [id])
      expect(await reconcileAccounts(world.parts)).toEqual({ users: 0, people: 1 })
      expect(await reconcileAccounts(world.parts)).toEqual(nothing)
      world.passMinutes(6 * day)
      expect(await removeDeletedAccounts(world.parts)).toEqual([])
      world.passMinutes(2 * day)
      expect(await removeDeletedAccounts(world.parts)).toEqual([id])
      expect(await exists('gyeote.people', id)).toBe(false)
      expect((await browser.ask()).viewer).toBeNull()
    })

    test('killed between deleting the auth user and noting that, the next run notes it', async () => {
      const { browser, id } = await person()
      await requestDeletion(await browser.context())
      world.passMinutes(8 * day)
      await expect(removeDeletedAccounts(killed('after'))).rejects.toThrow(/are to be erased/)
      expect(await exists('auth.users', id)).toBe(false)
      expect(await world.owner.query('select person_id from gyeote.erasures')).toHaveLength(1)
      expect(await reconcileAccounts(world.parts)).toEqual(nothing)
      expect(await world.owner.query('select person_id from gyeote.erasures')).toEqual([])
    })

    test('with an auth server that does not answer nothing is done', async () => {
      const { id } = await person()
      world.passMinutes(2 * day)
      for (const mood of ['dead', 'broken', 'busy'] as const) {
        world.feel(mood)
        await expect(reconcileAccounts(world.parts)).rejects.toThrow()
      }
      world.feel('well')
      // Nor with one that falls silent between the list and a question about one user, or has no list.
      const isList = (input: unknown) => String(input).includes('/admin/users?')
      const failing = () => Response.json({ code: 'unexpected_failure' }, { status: 500 })
      const noList: typeof fetch = async (input, init) =>
        isList(input) ? failing() : world.parts.authFetch(input, init)
      const emptyThenSilent: typeof fetch = async (input) =>
        isList(input) ? Response.json({ users: [] }) : failing()
      for (const authFetch of [noList, emptyThenSilent])
        await expect(reconcileAccounts({ ...world.parts, authFetch })).rejects.toThrow()
      expect(await reconcileAccounts(world.parts)).toEqual(nothing)
      expect(await exists('gyeote.people', id)).toBe(true)
    })

    test('so many at once are not believed: neither people nor users', async () => {
      const { browser, id } = await person()
      await world.owner.query(
        'insert into gyeote.people (id, anonymous) select gen_random_uuid(), false from generate_series(1, 21)',
      )
      await expect(reconcileAccounts(world.parts)).rejects.toThrow(/right auth server/)
      expect(
        await world.owner.query(
          'select id from gyeote.people where deletion_requested_at is not null',
        ),
      ).toEqual([])
      await world.owner.query(
        'delete from gyeote.people where id not in (select id from auth.users) and not is_demo',
      )
      await world.owner.query(
        `insert into auth.users (phone, created_at, updated_at)
         select '99900' || n, '2020-01-01', '2020-01-01' from generate_series(1, 21) n`,
      )
      await expect(reconcileAccounts(world.parts)).rejects.toThrow(/right auth server/)
      expect(await world.owner.query('select person_id from gyeote.erasures')).toEqual([])
      expect(await exists('gyeote.people', id)).toBe(true)
      await undoDeletion(await browser.context())
      await world.owner.query(`delete from auth.users where phone like '99900%'`)
      expect(await reconcileAccounts(world.parts)).toEqual(nothing)
    })
  })
})

/** As if the process ended right before, or right after, the first auth user was deleted. */
function endingAt(moment: 'before' | 'after', authFetch: typeof fetch): typeof fetch {
  return async (input, init) => {
    const isDeletion = init?.method === 'DELETE'
    if (isDeletion && moment === 'before') throw new TypeError('killed')
    const answer = await authFetch(input, init)
    if (isDeletion) throw new TypeError('killed')
    return answer
  }
}
