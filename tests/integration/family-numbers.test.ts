import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { removeDeletedAccounts } from '~/features/account/remove-deleted-accounts.server'
import { requestDeletion } from '~/features/account/request-deletion.server'
import { exportMyData } from '~/features/account/export-my-data.server'
import { acceptWaiting, refuseWaiting } from '~/features/family/answer-waiting.server'
import { askByNumber } from '~/features/family/ask-by-number.server'
import { unblock } from '~/features/family/change-link.server'
import { forgetAsking } from '~/features/family/forget-asking.server'
import { findVersion } from '~/features/family/find-version.server'
import { listBlocked } from '~/features/family/list-blocked.server'
import { loadFamily } from '~/features/family/load-family.server'
import { listFamilyToShow } from '~/features/scam-check/alert/list-family-to-show.server'
import { describeOnEachDatabase, type TestDatabase } from '../support/databases'
import { createAuthAdmin } from '~/platform/accounts/auth-admin.server'
import { newPhone, openWorld, signIn, type World } from './accounts-world'
import {
  becomeFamily,
  relativesOf,
  sitBeside,
  somebody as somebodyIn,
  waitingFor,
  type Somebody,
} from './family-people'

const days = 24 * 60
const kinds = ['med_today'] as const

describeOnEachDatabase('the numbers of a family', (open) => {
  let opened: TestDatabase
  let world: World
  beforeAll(async () => {
    opened = await open()
    world = await openWorld(opened, 'in this process')
  })
  afterAll(async () => {
    await world.close()
    await opened.close()
  })

  const somebody = () => somebodyIn(world)
  const ask = async (who: Somebody, number: string) =>
    askByNumber(await who.browser.context(), { number, name: '김미영' })
  const pageOf = async ({ browser, personId }: Somebody) =>
    loadFamily(await browser.context(), personId)
  const versionOf = async ({ browser }: Somebody) => (await browser.context()).asViewer(findVersion)
  const blockedBy = async ({ browser, personId }: Somebody) =>
    (await browser.context()).asViewer((tx) => listBlocked(tx, personId))
  /** Asks, and is blocked. */
  async function getBlocked(who: Somebody, by: Somebody) {
    await ask(who, by.phone)
    const [waiting] = await waitingFor(by)
    await refuseWaiting(await by.browser.context(), waiting?.id ?? '', { block: true })
  }

  /** Somebody else signs in with this number, which was silent for long, and says 「아니요」. */
  async function handOn({ phone }: Somebody): Promise<Somebody> {
    world.passMinutes(70 * days)
    const browser = world.browser()
    await (await browser.ask()).sendCode(phone)
    expect(await (await browser.ask()).verifyCode(phone, world.lastCode())).toMatchObject({
      reason: 'asked',
    })
    expect(await (await browser.ask()).answerQuestion(false)).toEqual({ answered: true })
    const { viewer } = await browser.ask()
    return { browser, phone, personId: String(viewer?.personId) }
  }

  describe('that somebody new holds', () => {
    test('is rung by no one as that of who had it, on either side and without waiting', async () => {
      const [mother, person, son] = [await somebody(), await somebody(), await somebody()]
      await becomeFamily(mother, person, kinds)
      await becomeFamily(person, son, kinds, '김철수')
      const before = [await versionOf(mother), await versionOf(son)]
      const numbers = async () => ({
        asSenior: (await pageOf(son)).seniors.map(({ phone }) => phone?.dialled ?? null),
        asRelative: (await relativesOf(mother)).map(({ phone }) => phone),
        afterScam: (await (await mother.browser.context()).asViewer(listFamilyToShow)).map(
          ({ phone }) => phone,
        ),
      })
      expect(await numbers()).toMatchObject({
        asSenior: [person.phone],
        afterScam: [person.phone],
      })
      await handOn(person)
      expect(await numbers()).toEqual({ asSenior: [null], asRelative: [null], afterScam: [null] })
      // Their family’s own numbers stay, and the links as well.
      expect((await pageOf(person)).seniors).toMatchObject([{ phone: { dialled: mother.phone } }])
      expect(await versionOf(mother)).not.toBe(before[0])
      expect(await versionOf(son)).not.toBe(before[1])
    })

    test('asks no more in the name of who had it', async () => {
      const [asked, beside, person] = [await somebody(), await somebody(), await somebody()]
      await ask(person, asked.phone)
      await sitBeside(beside, person)
      const shown = [...(await waitingFor(asked)), ...(await waitingFor(beside))]
      expect(shown).toHaveLength(2)
      await handOn(person)
      expect([...(await waitingFor(asked)), ...(await waitingFor(beside))]).toEqual([])
      for (const [index, senior] of [asked, beside].entries()) {
        const yes = { relation: '딸', kinds }
        const context = await senior.browser.context()
        expect(await acceptWaiting(context, shown[index]?.id ?? '', yes)).toBe(false)
      }
    })

    test('is not the number of who had it any more at once, whatever their phone still believes', async () => {
      const [person, asker] = [await somebody(), await somebody()]
      world.passMinutes(70 * days)
      // Their old phone is met, and has the token of this hour.
      await world.owner.query(
        'update gyeote.people set last_active_on = last_active_on - 140 where id = $1',
        [person.personId],
      )
      const old = person.browser.cookieHeader()
      const holder = world.browser()
      await (await holder.ask()).sendCode(person.phone)
      await (await holder.ask()).verifyCode(person.phone, world.lastCode())
      expect((await person.browser.ask(old, false)).viewer?.phone).toBe(person.phone)
      expect(await (await holder.ask()).answerQuestion(false)).toEqual({ answered: true })
      await ask(asker, person.phone)
      expect((await person.browser.ask(old, false)).viewer).toMatchObject({
        personId: person.personId,
        phone: null,
      })
      expect(await waitingFor(person)).toEqual([])
      const { viewer } = await holder.ask()
      expect(
        await waitingFor({ browser: holder, personId: String(viewer?.personId), phone: '' }),
      ).toHaveLength(1)
    })

    test('support gives another one, and the family has it with the next hour', async () => {
      const [mother, person] = [await somebody(), await somebody()]
      await becomeFamily(mother, person, kinds)
      await becomeFamily(person, mother, kinds, '어머니')
      const number = newPhone()
      const { error } = await createAuthAdmin(world.parts).updateUserById(person.personId, {
        phone: number,
      })
      expect(error).toBeNull()
      const seen = async () => [
        (await relativesOf(mother))[0]?.phone?.replaceAll('-', '').slice(-7),
        (await pageOf(mother)).seniors[0]?.phone?.dialled.slice(-7),
      ]
      expect(await seen()).not.toContain(number.slice(-7))
      world.passMinutes(60)
      await person.browser.ask()
      expect(await seen()).toEqual([number.slice(-7), number.slice(-7)])
    })

    test('support gives another one, and whoever signs in with it brings it along', async () => {
      const [mother, person] = [await somebody(), await somebody()]
      await becomeFamily(mother, person, kinds)
      const number = newPhone()
      await createAuthAdmin(world.parts).updateUserById(person.personId, { phone: number })
      await signIn(world, world.browser(), number)
      const [relative] = await relativesOf(mother)
      expect(relative?.phone?.replaceAll('-', '').slice(-7)).toBe(number.slice(-7))
    })

    test('is not blocked, only who had it', async () => {
      const [senior, person] = [await somebody(), await somebody()]
      await getBlocked(person, senior)
      const holder = await handOn(person)
      await ask(holder, senior.phone)
      expect(await waitingFor(senior)).toHaveLength(1)
      expect(await blockedBy(senior)).toMatchObject([{ name: '김미영' }])
    })
  })

  describe('of who is blocked', () => {
    test('waits no longer beside the senior, where they had read a code before', async () => {
      const [senior, stranger] = [await somebody(), await somebody()]
      await sitBeside(senior, stranger)
      await ask(stranger, senior.phone)
      const waiting = await waitingFor(senior)
      expect(waiting.map(({ sideBySide }) => sideBySide)).toEqual([true, false])
      const context = await senior.browser.context()
      await refuseWaiting(context, waiting[1]?.id ?? '', { block: true })
      expect(await waitingFor(senior)).toEqual([])
      const yes = { relation: '딸', kinds }
      expect(await acceptWaiting(context, waiting[0]?.id ?? '', yes)).toBe(false)
    })

    /** Leaves for good, and comes back with the same number. */
    async function comeBack({ browser, phone, personId }: Somebody): Promise<Somebody> {
      await requestDeletion(await browser.context())
      world.passMinutes(8 * days)
      expect(await removeDeletedAccounts(world.parts)).toContain(personId)
      const anew = world.browser()
      const { viewer } = await signIn(world, anew, phone)
      expect(viewer.personId).not.toBe(personId)
      return { browser: anew, phone, personId: viewer.personId }
    }

    test('opens nothing when they leave and come back with it, and looks like any other to them', async () => {
      const [senior, stranger] = [await somebody(), await somebody()]
      await getBlocked(stranger, senior)
      const again = await comeBack(stranger)
      expect(await ask(again, senior.phone)).toEqual({ asked: true })
      expect(await ask(again, newPhone())).toEqual({ asked: true })
      expect((await pageOf(again)).requests).toHaveLength(2)
      expect(await waitingFor(senior)).toEqual([])
      expect(await sitBeside(senior, again)).toBe(false)
      const [hers] = await world.owner.query<{ id: string }>(
        `select id from gyeote.family_requests where relative_id = $1 and to_end = $2`,
        [again.personId, senior.phone.slice(-4)],
      )
      const yes = { relation: '딸', kinds }
      const context = await senior.browser.context()
      expect(await acceptWaiting(context, hers?.id ?? '', yes)).toBe(false)

      // No name is left of who has left; the block can be lifted all the same.
      const [block, ...more] = await blockedBy(senior)
      expect(more).toEqual([])
      expect(block?.name).toBeNull()
      await unblock(await again.browser.context(), block?.blockId ?? '')
      expect(await waitingFor(senior)).toEqual([])
      await unblock(context, block?.blockId ?? '')
      expect(await blockedBy(senior)).toEqual([])
      expect(await waitingFor(senior)).toHaveLength(1)
    })

    test('is kept as a hash that nobody reads, for a year after they have left', async () => {
      const [senior, stranger] = [await somebody(), await somebody()]
      await getBlocked(stranger, senior)
      await comeBack(stranger)
      const kept = await world.owner.query<Record<string, unknown>>(
        'select * from gyeote.family_blocks where senior_id = $1',
        [senior.personId],
      )
      expect(kept).toMatchObject([{ relative_id: null, relative_name: null }])
      expect(JSON.stringify(kept)).not.toContain(stranger.phone.slice(1))
      const context = await senior.browser.context()
      await expect(
        context.asViewer((tx) => sql`select number_hash from gyeote.family_blocks`.execute(tx)),
      ).rejects.toMatchObject({ code: '42501' })
      const { tables } = await exportMyData(context)
      expect(tables.family_blocks).toHaveLength(1)
      expect(tables.family_blocks?.[0]).not.toHaveProperty('number_hash')
      const at = (dayCount: number) => ({
        ...world.parts,
        clock: { now: () => new Date(Date.now() + dayCount * days * 60_000) },
      })
      await forgetAsking(at(364))
      expect(await blockedBy(senior)).toHaveLength(1)
      await forgetAsking(at(367))
      expect(await blockedBy(senior)).toEqual([])
    })

    test('lets a block from before go with them, since nothing is known of it', async () => {
      const [senior, stranger] = [await somebody(), await somebody()]
      await world.owner.query(
        `insert into gyeote.family_blocks (senior_id, relative_id, relative_name) values ($1, $2, '이름')`,
        [senior.personId, stranger.personId],
      )
      const again = await comeBack(stranger)
      expect(await blockedBy(senior)).toEqual([])
      await ask(again, senior.phone)
      expect(await waitingFor(senior)).toHaveLength(1)
    })
  })
})
