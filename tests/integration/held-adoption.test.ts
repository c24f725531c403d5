import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { listDevices } from '~/features/account/list-devices.server'
import { signOutDevice } from '~/features/account/sign-out-device.server'
import { setName } from '~/features/account/set-name.server'
import { loadFamily } from '~/features/family/load-family.server'
import { acceptWaiting } from '~/features/family/answer-waiting.server'
import { loadMedication } from '~/features/medication/facts/load-medication.server'
import { wantedToday } from '~/features/medication/facts/medication-page'
import { describeOnEachDatabase, type TestDatabase } from '../support/databases'
import { finishCard, loadTestCards, openWorld, type Browser, type World } from './accounts-world'
import { becomeFamily, sitBeside, somebody, waitingFor, type Somebody } from './family-people'
import { giveConsent, pouch, recordActs } from './medication-acts'

const seventyDays = 70 * 24 * 60

/**
 * A mother whose number was silent, with a medicine and a daughter who sees it; and whoever has the number now, with a
 * medicine, a card and a son of their own on the phone, where they are a visitor.
 */
describeOnEachDatabase(
  'who says "yes" about a number with things of their own on the phone',
  (open) => {
    let opened: TestDatabase
    let world: World
    let mother: Somebody
    let daughter: Somebody
    let son: Somebody
    let phone: Browser
    let visitor: Somebody
    const medicines = { mothers: newId(), visitors: newId() }

    beforeAll(async () => {
      opened = await open()
      world = await openWorld(opened, 'in this process')
      await loadTestCards(world)
    })
    afterAll(async () => {
      await world.close()
      await opened.close()
    })

    beforeEach(async () => {
      world.passMinutes(1)
      medicines.mothers = newId()
      medicines.visitors = newId()
      ;[mother, daughter, son] = [
        await somebody(world),
        await somebody(world),
        await somebody(world),
      ]
      await setName(await mother.browser.context(), '김순자')
      await becomeFamily(mother, daughter, ['med_today'])
      await giveConsent(mother.browser)
      await recordActs(mother.browser, pouch(medicines.mothers))
      world.passMinutes(seventyDays)

      phone = world.browser()
      const { personId } = await (await phone.ask()).begin()
      visitor = { browser: phone, personId, phone: '' }
      await finishCard(await phone.context(), 'card-b', '2026-11-20')
      await giveConsent(phone)
      await recordActs(phone, pouch(medicines.visitors))
      await sitBeside(visitor, son)
      const [waiting] = await waitingFor(visitor)
      const yes = { relation: '아들', kinds: ['med_today'] as const }
      expect(await acceptWaiting(await phone.context(), waiting?.id ?? '', yes)).toBe(true)

      await (await phone.ask()).sendCode(mother.phone)
      await (await phone.ask()).verifyCode(mother.phone, world.lastCode())
      expect(await (await phone.ask()).answerQuestion(true)).toEqual({ answered: true })
      expect((await phone.ask()).viewer?.personId).toBe(mother.personId)
    })

    const coursesOf = async (browser: Browser) =>
      (await loadMedication(await browser.context(), wantedToday)).facts.courses.map(({ id }) => id)
    const seenBy = async ({ browser, personId }: Somebody) =>
      (await loadFamily(await browser.context(), personId)).seniors.map(
        ({ name, medicines: lines }) => ({ name, lines: lines?.length ?? null }),
      )
    const ownerOf = async (courseId: string) =>
      (
        await world.owner.query<{ person_id: string }>(
          'select person_id from gyeote.courses where id = $1',
          [courseId],
        )
      )[0]?.person_id
    const weekIsOver = async () => {
      world.passMinutes(8 * 24 * 60)
      await world.owner.query(
        `update gyeote.devices set held_until = now() where person_id = $1 and held_until is not null`,
        [mother.personId],
      )
    }

    test('mixes none of it with the person’s, and opens nothing of the person to their own family', async () => {
      expect(await coursesOf(mother.browser)).toEqual([medicines.mothers])
      expect(await ownerOf(medicines.visitors)).toBe(visitor.personId)
      expect(await seenBy(daughter)).toEqual([{ name: '김순자', lines: expect.any(Number) }])
      expect((await seenBy(son)).map(({ name }) => name)).toEqual([null])
      expect(await coursesOf(phone)).toEqual([])
    })

    test('has all of it again once the week is over, on the first page, once', async () => {
      await weekIsOver()
      // The phone that was sure all the while does not decide it.
      await mother.browser.ask()
      expect(await ownerOf(medicines.visitors)).toBe(visitor.personId)
      await Promise.all([phone.ask(), phone.ask()])
      expect((await coursesOf(phone)).sort()).toEqual(Object.values(medicines).sort())
      expect((await seenBy(son)).map(({ name }) => name)).toEqual(['김순자'])
      const rows = async (sql: string) => (await world.owner.query(sql, [mother.personId])).length
      expect(await rows('select from gyeote.adoptions where person_id = $1')).toBe(1)
      expect(await rows('select from gyeote.waiting_adoptions where person_id = $1')).toBe(0)
      expect(await rows('select from gyeote.card_completions where person_id = $1')).toBe(1)
    })

    test('also after signing out and in again on another phone', async () => {
      await (await phone.ask()).signOut()
      const next = world.browser()
      await (await next.ask()).sendCode(mother.phone)
      await (await next.ask()).verifyCode(mother.phone, world.lastCode())
      expect(await coursesOf(next)).toEqual([])
      await weekIsOver()
      expect((await coursesOf(next)).sort()).toEqual(Object.values(medicines).sort())
    })

    test('loses it when the person says that they do not know that phone', async () => {
      const sessionId = (await phone.ask()).viewer?.sessionId ?? ''
      const listed = await listDevices(await mother.browser.context())
      expect(listed.filter(({ unproven }) => unproven)).toMatchObject([{ sessionId }])
      expect(await signOutDevice(await mother.browser.context(), sessionId)).toBe(true)
      expect(await ownerOf(medicines.visitors)).toBeUndefined()
      expect(
        await world.owner.query('select from gyeote.erasures where person_id = $1', [
          visitor.personId,
        ]),
      ).toHaveLength(1)
      await weekIsOver()
      await mother.browser.ask()
      expect(await coursesOf(mother.browser)).toEqual([medicines.mothers])
      expect(await seenBy(son)).toEqual([])
    })

    test('loses it when whoever is asked on another phone says that the number is theirs', async () => {
      const asked = world.browser()
      await world.owner.query(
        `update gyeote.people set last_active_on = last_active_on - 70 where id = $1`,
        [mother.personId],
      )
      await (await asked.ask()).sendCode(mother.phone)
      await (await asked.ask()).verifyCode(mother.phone, world.lastCode())
      expect(await (await asked.ask()).answerQuestion(false)).toEqual({ answered: true })
      expect((await phone.ask()).viewer).toBeNull()
      expect(await ownerOf(medicines.visitors)).toBeUndefined()
    })
  },
)
