import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { receiveOutbox } from '~/commands/receive-outbox.server'
import { catalogHandlers } from '~/commands/catalog.server'
import { exportMyData } from '~/features/account/export-my-data.server'
import { getMyAccount } from '~/features/account/get-my-account.server'
import { listDevices } from '~/features/account/list-devices.server'
import { setName } from '~/features/account/set-name.server'
import { describeOnEachDatabase, type TestDatabase } from '../support/databases'
import {
  finishCard,
  loadTestCards,
  newPhone,
  openWorld,
  signIn,
  type Browser,
  type World,
} from './accounts-world'

const day = 24 * 60

describeOnEachDatabase('a recycled number', (open) => {
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
    beforeEach(() => {
      world.feel('well')
      world.passMinutes(1)
    })

    /** An account with a name and a card, silent ever since, and its old phone. */
    const silentAccount = async (days: number, name = '김순자') => {
      const phone = newPhone()
      const old = world.browser()
      const { viewer } = await signIn(world, old, phone)
      if (name) await setName(await old.context(), name)
      await finishCard(await old.context(), 'card-a', '2026-11-01')
      world.passMinutes(days * day)
      return { phone, old, personId: viewer.personId }
    }
    const arriveOn = async (browser: Browser, phone: string) => {
      await (await browser.ask()).sendCode(phone)
      return (await browser.ask()).verifyCode(phone, world.lastCode())
    }
    const isAsked = { verified: false, reason: 'asked' }
    const question = async (browser: Browser) => (await browser.ask()).findQuestion()
    const answer = async (browser: Browser, isMine: boolean) =>
      (await browser.ask()).answerQuestion(isMine)
    const whoIs = async (browser: Browser) => (await browser.ask()).viewer?.personId ?? null
    const trailOf = async (personId: string) =>
      (
        await world.owner.query<{ action: string }>(
          `select action from gyeote.audit_logs where user_id =
             (select subject_id from gyeote.audit_subjects where person_id = $1)
             and action like 'number%' order by id`,
          [personId],
        )
      ).map((row) => row.action)
    const asCookies = (browser: Browser, change: (jar: Map<string, string>) => void) => {
      const jar = new Map(browser.jar)
      change(jar)
      return [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
    }

    test('after sixty idle days only a masked name, after fifty-nine nothing', async () => {
      const early = await silentAccount(59)
      expect(await arriveOn(world.browser(), early.phone)).toMatchObject({ verified: true })
      const { phone } = await silentAccount(60)
      const stranger = world.browser()
      expect(await arriveOn(stranger, phone)).toEqual(isAsked)
      expect(await question(stranger)).toEqual({ maskedName: '김○자' })
      // Another code asks again, on another phone too.
      expect(await arriveOn(stranger, phone)).toEqual(isAsked)
      expect(await arriveOn(world.browser(), phone)).toEqual(isAsked)
    })

    test('until the answer nothing of the account can be reached', async () => {
      const { phone, personId } = await silentAccount(70)
      const stranger = world.browser()
      await arriveOn(stranger, phone)
      const context = await stranger.context()
      expect(context.session.viewer).toBeNull()
      expect(await getMyAccount(context)).toBeNull()
      await expect(exportMyData(context)).rejects.toMatchObject({ status: 401 })
      const deed = {
        id: crypto.randomUUID(),
        seq: 1,
        person: personId,
        type: 'set_name',
        typeV: 1,
        occurredAt: world.parts.clock.now().toISOString(),
        payload: { name: '이수상' },
      }
      const sent = JSON.stringify({ v: 1, deviceId: deed.id, build: 'b', commands: [deed] })
      expect((await receiveOutbox(context, catalogHandlers, sent)).status).toBe(401)
      // Not by handing the waiting tokens in as a session either.
      const [access, refresh] = (stranger.jar.get('gyeote-question') ?? '').split('~')
      const forged = JSON.stringify({ access_token: access, refresh_token: refresh })
      const cookies = `gyeote-session=base64-${Buffer.from(forged).toString('base64url')}`
      expect(access).toMatch(/^eyJ/)
      expect((await world.browser().ask(cookies, false)).viewer).toBeNull()
      expect(world.parts.lines.join('\n')).not.toMatch(/김순자|김○자/)
    })

    test('「yes」 goes on as the person, and holds back for a week, with what this phone had', async () => {
      const { phone, personId } = await silentAccount(70)
      const browser = world.browser()
      const anonymous = await (await browser.ask()).begin()
      await finishCard(await browser.context(), 'card-b', '2026-11-20')
      expect(await arriveOn(browser, phone)).toEqual(isAsked)
      expect(await whoIs(browser)).toBe(anonymous.personId)
      expect(await answer(browser, true)).toEqual({ answered: true })
      expect(await whoIs(browser)).toBe(personId)
      const cards = async () =>
        (await exportMyData(await browser.context())).tables.card_completions
      expect(await cards()).toHaveLength(1)
      expect(await trailOf(personId)).toEqual(['number_confirmed'])
      expect(browser.jar.has('gyeote-question')).toBe(false)
      expect(await question(browser)).toBeNull()

      const heldUntil = (await browser.ask()).heldUntil
      expect(heldUntil?.getTime()).toBe(world.parts.clock.now().getTime() + 7 * day * 60_000)
      // Neither by signing in once more, when the account is not silent any longer.
      const again = world.browser()
      expect(await arriveOn(again, phone)).toMatchObject({ verified: true })
      expect((await again.ask()).heldUntil).toEqual(heldUntil)
      const held = async () => {
        const context = await again.context()
        const { rows } = await context.asViewer((tx) =>
          sql<{ held: boolean }>`select gyeote.is_held() as held`.execute(tx),
        )
        return rows[0]?.held
      }
      expect(await held()).toBe(true)
      await world.owner.query(`update gyeote.devices set held_until = now() where person_id = $1`, [
        personId,
      ])
      expect(await held()).toBe(false)
      world.passMinutes(8 * day)
      expect((await browser.ask()).heldUntil).toBeNull()
      expect(await cards()).toHaveLength(2)
    })

    test('「no」 begins anew with the number and what this phone had; the old account keeps its own', async () => {
      const { phone, old, personId } = await silentAccount(70)
      const browser = world.browser()
      await (await browser.ask()).begin()
      await finishCard(await browser.context(), 'card-b', '2026-11-20')
      await arriveOn(browser, phone)
      expect(await answer(browser, false)).toEqual({ answered: true })
      const session = await browser.ask()
      expect(session.viewer).toMatchObject({ anonymous: false, phone })
      expect(session.heldUntil).toBeNull()
      const begun = String(session.viewer?.personId)
      expect(begun).not.toBe(personId)
      const exported = await exportMyData(await browser.context())
      expect(exported.tables.card_completions).toMatchObject([{ card_id: 'card-b' }])
      expect(JSON.stringify(exported)).not.toContain(personId)
      expect(await trailOf(personId)).toEqual(['number_declined'])

      // The number now leads to the new account only, without a question.
      const next = await signIn(world, world.browser(), phone)
      expect(next.viewer.personId).toBe(begun)
      // Whoever still holds the old phone is still at home there, only without a number.
      const owner = await old.ask()
      expect(owner.viewer).toMatchObject({ personId, anonymous: false, phone: null })
      expect((await exportMyData(await old.context())).tables.card_completions).toHaveLength(1)
      expect(await listDevices(await old.context())).toHaveLength(1)
    })

    test('two taps at once do the same as one', async () => {
      for (const isMine of [true, false]) {
        const { phone, personId } = await silentAccount(70)
        const browser = world.browser()
        await (await browser.ask()).begin()
        await finishCard(await browser.context(), 'card-b', '2026-11-20')
        await arriveOn(browser, phone)
        const [first, second] = [await browser.ask(), await browser.ask()]
        const results = await Promise.all([
          first.answerQuestion(isMine),
          second.answerQuestion(isMine),
        ])
        expect(results).toEqual([{ answered: true }, { answered: true }])
        expect((await whoIs(browser)) === personId).toBe(isMine)
        expect(await trailOf(personId)).toHaveLength(1)
        const { tables } = await exportMyData(await browser.context())
        expect(tables.card_completions).toHaveLength(1)
      }
    })

    test('the tab that answers second changes nothing', async () => {
      const { phone, personId } = await silentAccount(70)
      const browser = world.browser()
      await arriveOn(browser, phone)
      const before = browser.cookieHeader()
      const other = world.browser()
      await arriveOn(other, phone)
      expect(await answer(browser, false)).toEqual({ answered: true })
      const begun = await whoIs(browser)
      // A form that was open all the while, and another browser with the same question.
      const late = await browser.ask(before, false)
      expect(await late.answerQuestion(true)).toEqual({ answered: false, reason: 'no_question' })
      expect(await question(other)).toBeNull()
      expect(await answer(other, true)).toEqual({ answered: false, reason: 'no_question' })
      expect(await whoIs(other)).toBeNull()
      expect(await whoIs(browser)).toBe(begun)
      expect(begun).not.toBe(personId)
    })

    test('「no」 on one phone ends what 「yes」 on another began', async () => {
      const { phone } = await silentAccount(70)
      const [careless, careful] = [world.browser(), world.browser()]
      await arriveOn(careless, phone)
      await arriveOn(careful, phone)
      await answer(careless, true)
      expect(await whoIs(careless)).not.toBeNull()
      expect(await answer(careful, false)).toEqual({ answered: true })
      expect(await whoIs(careless)).toBeNull()
    })

    test('an answer the auth server could not hear may be given again', async () => {
      for (const isMine of [true, false]) {
        const { phone, personId } = await silentAccount(70)
        const browser = world.browser()
        await arriveOn(browser, phone)
        world.feel('dead')
        expect(await answer(browser, isMine)).toEqual({ answered: false, reason: 'unavailable' })
        expect(await whoIs(browser)).toBeNull()
        world.feel('well')
        expect(await answer(browser, isMine)).toEqual({ answered: true })
        expect((await whoIs(browser)) === personId).toBe(isMine)
      }
    })

    test('a 「no」 cut short at any step is finished by the next', async () => {
      const { authFetch } = world.parts
      for (let step = 1; step <= 5; step++) {
        const { phone, personId } = await silentAccount(70)
        const browser = world.browser()
        await arriveOn(browser, phone)
        let calls = 0
        world.parts.authFetch = async (input, init) => {
          const done = await authFetch(input, init)
          if (++calls === step) throw new TypeError('the answer was lost')
          return done
        }
        // Whether or not this one came through, nothing of it reached the browser.
        await (await browser.ask(undefined, false)).answerQuestion(false)
        expect(calls).toBeGreaterThanOrEqual(step)
        world.parts.authFetch = authFetch
        expect(await whoIs(browser)).toBeNull()
        expect(await answer(browser, false)).toEqual({ answered: true })
        const { viewer } = await browser.ask()
        expect(viewer?.phone).toBe(phone)
        expect(viewer?.personId).not.toBe(personId)
        expect(await trailOf(personId)).toEqual(['number_declined'])
      }
    })

    test('without a name it is only asked whether they were here before', async () => {
      const { phone, personId } = await silentAccount(70, '')
      const browser = world.browser()
      expect(await arriveOn(browser, phone)).toEqual(isAsked)
      expect(await question(browser)).toEqual({ maskedName: null })
      await answer(browser, true)
      expect(await whoIs(browser)).toBe(personId)
    })

    test('a phone that is still signed in is never asked, however long it was silent', async () => {
      const { old, phone, personId } = await silentAccount(300)
      expect((await old.ask()).viewer?.personId).toBe(personId)
      expect((await old.ask()).heldUntil).toBeNull()
      expect(await arriveOn(world.browser(), phone)).toMatchObject({ verified: true })
    })

    test('a torn or foreign question is none, nor one about a number that is gone', async () => {
      const { phone, personId } = await silentAccount(70)
      const browser = world.browser()
      await arriveOn(browser, phone)
      for (const value of ['', 'a', 'a~b', `${browser.jar.get('gyeote-question')}`.slice(4)]) {
        const cookies = asCookies(browser, (jar) => jar.set('gyeote-question', value))
        const session = await browser.ask(cookies, false)
        expect(await session.findQuestion()).toBeNull()
        expect(await session.answerQuestion(true)).toMatchObject({ reason: 'no_question' })
      }
      await world.owner.query(`update auth.users set phone = '9991' where id = $1`, [personId])
      expect(await answer(browser, true)).toMatchObject({ reason: 'no_question' })
    })
  })
})
