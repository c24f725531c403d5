import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { catalogHandlers } from '~/commands/catalog.server'
import { receiveOutbox } from '~/commands/receive-outbox.server'
import { exportMyData } from '~/features/account/export-my-data.server'
import { endedPush } from '~/features/account/phones/ended-push'
import {
  hasUnseenEnding,
  listEndings,
  seeEndings,
} from '~/features/account/phones/list-endings.server'
import { sendLastPushes } from '~/features/account/phones/send-last-pushes.server'
import { setName } from '~/features/account/set-name.server'
import { signOutDevice } from '~/features/account/sign-out-device.server'
import { endPhonesOf } from '~/features/family/end-phones.server'
import { rateLimits } from '~/platform/http/rate-limits.server'
import { describeOnEachDatabase, type TestDatabase } from '../support/databases'
import { newPhone, signIn, type Browser } from './accounts-world'
import { openReminderScene, seoul, type ReminderScene } from './reminder-scene'

const day = 24 * 60
const deviceId = '00000000-0000-4000-8000-00000000000d'

interface Somebody {
  browser: Browser
  number: string
  personId: string
}

describeOnEachDatabase('phones that are ended from elsewhere', (open) => {
  let opened: TestDatabase
  let scene: ReminderScene
  beforeAll(async () => {
    opened = await open()
    scene = await openReminderScene(opened)
  })
  afterAll(() => scene.close())
  beforeEach(() => scene.world.passMinutes(1))

  async function somebody(number = newPhone()): Promise<Somebody> {
    const browser = scene.world.browser()
    const { viewer } = await signIn(scene.world, browser, number)
    return { browser, number, personId: viewer.personId }
  }
  const sessionOf = async ({ browser }: Somebody) => (await browser.ask()).viewer?.sessionId ?? ''
  /** Somebody with two phones; the second ends the first. */
  async function withTwoPhones() {
    const old = await somebody()
    const next = await somebody(old.number)
    return { old, next, oldSession: await sessionOf(old) }
  }
  const post = async (browser: Browser, changes: object = {}) => {
    const body = JSON.stringify({ v: 1, deviceId, build: 'b', commands: [], ...changes })
    const answer = await receiveOutbox(await browser.context(), catalogHandlers, body)
    return { status: answer.status, body: (await answer.json()) as { ended?: unknown } }
  }
  const deedOf = (person: string) => ({
    id: crypto.randomUUID(),
    seq: 1,
    person,
    type: 'say_fine',
    typeV: 1,
    occurredAt: scene.world.parts.clock.now().toISOString(),
    payload: {},
  })
  async function helperOf(senior: Somebody, changes = `role = 'help', helps_from = now()`) {
    const helper = await somebody()
    await setName(await helper.browser.context(), '김미영')
    const [link] = await opened.owner.query<{ id: string }>(
      `insert into gyeote.family_links (senior_id, relative_id, relation, status, relative_name)
       values ($1, $2, '딸', 'active', '김미영') returning id`,
      [senior.personId, helper.personId],
    )
    await opened.owner.query(`update gyeote.family_links set ${changes} where id = $1`, [link?.id])
    return { ...helper, linkId: link?.id ?? '' }
  }

  describe('by their owner', () => {
    test('are told so when they ask and when they send, by their account and their own name for themselves', async () => {
      const { old, next, oldSession } = await withTwoPhones()
      expect((await post(old.browser)).body.ended).toBeUndefined()
      expect(await signOutDevice(await next.browser.context(), oldSession, 'lost')).toBe(true)
      const ended = { person: old.personId, device: deviceId, as: 'lost' }
      expect(await post(old.browser)).toMatchObject({ status: 200, body: { person: null, ended } })
      const commands = [deedOf(old.personId)]
      expect(await post(old.browser, { commands })).toMatchObject({
        status: 401,
        body: { error: 'no_session', ended },
      })
      expect((await post(next.browser)).body.ended).toBeUndefined()
      expect((await post(scene.world.browser())).body.ended).toBeUndefined()
    })

    test('are told so after weeks, when their token is long over', async () => {
      const { old, next, oldSession } = await withTwoPhones()
      await signOutDevice(await next.browser.context(), oldSession, 'new_phone')
      scene.world.passMinutes(25 * day)
      expect((await post(old.browser)).body.ended).toMatchObject({ as: 'new_phone' })
    })

    test('lose the session’s cookies once they say that they are erased', async () => {
      const { old, next, oldSession } = await withTwoPhones()
      await signOutDevice(await next.browser.context(), oldSession, 'lost')
      expect(old.browser.cookieHeader()).toContain('gyeote-session')
      const answer = await post(old.browser, { leave: old.personId })
      expect(answer).toMatchObject({ status: 200, body: { person: null } })
      expect(answer.body.ended).toBeUndefined()
      expect(old.browser.cookieHeader()).not.toContain('gyeote-session')
    })

    test('are not, when they were left on the phone itself or their session ran out', async () => {
      const left = await somebody()
      const cookies = left.browser.cookieHeader()
      await (await left.browser.ask()).signOut()
      expect((await left.browser.ask(cookies, false)).ended).toBeNull()
      const ranOut = await somebody()
      await opened.owner.query(
        'update gyeote.devices set signed_out_at = now() where session_id = $1',
        [await sessionOf(ranOut)],
      )
      scene.world.passMinutes(1)
      const asked = await post(ranOut.browser, { commands: [deedOf(ranOut.personId)] })
      expect(asked.status).toBe(401)
      expect(asked.body.ended).toBeUndefined()
    })

    test('are not those of a stranger, nor the one in hand, nor any in a session that is not sure of itself', async () => {
      const { old, next, oldSession } = await withTwoPhones()
      const stranger = await somebody()
      expect(await signOutDevice(await stranger.browser.context(), oldSession)).toBe(false)
      expect(await signOutDevice(await stranger.browser.context(), 'no id')).toBe(false)
      await opened.owner.query(
        `update gyeote.devices set held_until = now() + interval '3 days' where session_id = $1`,
        [await sessionOf(next)],
      )
      expect(await signOutDevice(await next.browser.context(), oldSession)).toBe(false)
      expect((await old.browser.ask()).viewer).not.toBeNull()
    })

    test('stand in the person’s list, trail and export', async () => {
      const { next, oldSession } = await withTwoPhones()
      scene.world.standAt(seoul('15:20'))
      await signOutDevice(await next.browser.context(), oldSession, 'lost')
      const context = await next.browser.context()
      expect(await listEndings(context)).toMatchObject([
        { as: 'lost', by: null, phones: 1, when: '오늘 오후 3시', isNew: true },
      ])
      expect(await hasUnseenEnding(context)).toBe(false)
      const { tables } = await exportMyData(context)
      expect(tables.phone_endings).toHaveLength(1)
      expect(tables.audit_logs).toMatchObject([
        { action: 'phones_ended', details: { ended_as: 'lost', phones: 1 } },
      ])
    })
  })

  describe('the last push', () => {
    test('goes to the phone at once, and to no other', async () => {
      const { old, next, oldSession } = await withTwoPhones()
      const [oldPhone, nextPhone] = [
        await scene.subscribe(old.browser),
        await scene.subscribe(next.browser),
      ]
      await signOutDevice(await next.browser.context(), oldSession, 'lost')
      expect(scene.service.to(oldPhone).map(({ body }) => body)).toEqual([
        endedPush('https://gyeote.example'),
      ])
      expect(scene.service.to(nextPhone)).toEqual([])
      expect(await sendLastPushes(scene.world.parts)).toBe(0)
    })

    test('goes again when the push service did not take it', async () => {
      const { old, next, oldSession } = await withTwoPhones()
      const phone = await scene.subscribe(old.browser)
      scene.service.behave(phone, { answers: 503 })
      await signOutDevice(await next.browser.context(), oldSession, 'lost')
      expect(await sendLastPushes(scene.world.parts)).toBe(0)
      scene.service.behave(phone, { answers: 201 })
      await opened.owner.query('update gyeote.last_pushes set claimed_until = null')
      expect(await sendLastPushes(scene.world.parts)).toBe(1)
    })

    test('does not go to a phone on which somebody is signed in again', async () => {
      const { old, next, oldSession } = await withTwoPhones()
      const phone = await scene.subscribe(old.browser)
      scene.service.behave(phone, { answers: 503 })
      await signOutDevice(await next.browser.context(), oldSession, 'lost')
      await signIn(scene.world, old.browser, old.number)
      await scene.subscribe(old.browser, phone)
      expect(await opened.owner.query('select 1 from gyeote.last_pushes')).toEqual([])
    })

    test('is not there for who leaves on the phone itself', async () => {
      const { browser } = await somebody()
      await scene.subscribe(browser)
      await (await browser.ask()).signOut()
      expect(await opened.owner.query('select 1 from gyeote.last_pushes')).toEqual([])
    })
  })

  describe('by a relative', () => {
    test('who helps: all of them, and the senior reads who did it and when', async () => {
      const senior = await somebody()
      const other = await somebody(senior.number)
      const helper = await helperOf(senior)
      scene.world.standAt(seoul('09:05'))
      expect(await endPhonesOf(await helper.browser.context(), helper.linkId)).toEqual({
        ended: true,
        phones: 2,
      })
      for (const { browser } of [senior, other])
        expect((await post(browser)).body.ended).toMatchObject({ as: 'family' })
      expect((await helper.browser.ask()).viewer).not.toBeNull()

      // The new phone, right after: no question, nothing held back.
      const next = await somebody(senior.number)
      expect(next.personId).toBe(senior.personId)
      const context = await next.browser.context()
      expect(context.session.heldUntil).toBeNull()
      expect(await listEndings(context)).toMatchObject([
        { as: 'family', by: '김미영', phones: 2, when: '오늘 오전 9시', isNew: true },
      ])
      expect(await hasUnseenEnding(context)).toBe(true)
      await seeEndings(context)
      expect(await hasUnseenEnding(context)).toBe(false)
      for (const one of [next, helper])
        expect((await exportMyData(await one.browser.context())).tables.audit_logs).toMatchObject([
          { action: 'phones_ended', details: { ended_as: 'family', phones: 2 } },
        ])
    })

    test('also one whose session had run out and that still keeps everything', async () => {
      const senior = await somebody()
      await opened.owner.query(
        'update gyeote.devices set signed_out_at = now() where session_id = $1',
        [await sessionOf(senior)],
      )
      const helper = await helperOf(senior)
      expect(await endPhonesOf(await helper.browser.context(), helper.linkId)).toMatchObject({
        phones: 0,
      })
      expect((await post(senior.browser)).body.ended).toMatchObject({ as: 'family' })
    })

    test.each([
      ['who only looks', `role = 'view'`],
      ['whose day of waiting is not over', `role = 'help', helps_from = now() + interval '1 hour'`],
      ['whose link has ended', `role = 'help', helps_from = now(), status = 'ended'`],
      ['who is not linked yet', `role = 'help', helps_from = now(), status = 'pending'`],
    ])('%s ends nothing', async (_name, changes) => {
      const senior = await somebody()
      const relative = await helperOf(senior, changes)
      expect(await endPhonesOf(await relative.browser.context(), relative.linkId)).toEqual({
        ended: false,
        reason: 'not_allowed',
      })
      expect((await senior.browser.ask()).viewer).not.toBeNull()
    })

    test('is nothing for a stranger, the senior themselves, and a session that is not sure of itself', async () => {
      const senior = await somebody()
      const helper = await helperOf(senior)
      const refused = { ended: false, reason: 'not_allowed' }
      for (const one of [await somebody(), senior])
        expect(await endPhonesOf(await one.browser.context(), helper.linkId)).toEqual(refused)
      await opened.owner.query(
        `update gyeote.devices set held_until = now() + interval '3 days' where session_id = $1`,
        [await sessionOf(helper)],
      )
      expect(await endPhonesOf(await helper.browser.context(), helper.linkId)).toEqual(refused)
      expect((await senior.browser.ask()).viewer).not.toBeNull()
    })

    test('only so often a day', async () => {
      const helper = await helperOf(await somebody())
      const end = async () => endPhonesOf(await helper.browser.context(), helper.linkId)
      for (let i = 0; i < rateLimits.endPhonesPerPerson.points; i++)
        expect(await end()).toMatchObject({ ended: true })
      expect(await end()).toEqual({ ended: false, reason: 'too_many' })
    })
  })

  describe('the number that comes back', () => {
    /** Lost on the first day; what a relative does is no contact of the senior. */
    async function lost() {
      const senior = await somebody()
      const helper = await helperOf(senior)
      await endPhonesOf(await helper.browser.context(), helper.linkId)
      return senior
    }
    const arrive = async (number: string) => {
      const browser = scene.world.browser()
      await (await browser.ask()).sendCode(number)
      const result = await (await browser.ask()).verifyCode(number, scene.world.lastCode())
      return { browser, result }
    }

    test('soon after a lost phone opens everything at once', async () => {
      const { number } = await lost()
      scene.world.passMinutes(27 * day)
      expect((await arrive(number)).result).toMatchObject({ verified: true })
    })

    test('four weeks after a lost phone is asked whose it is, and shows no health data for a week', async () => {
      const { number, personId } = await lost()
      scene.world.passMinutes(28 * day)
      const { browser, result } = await arrive(number)
      expect(result).toEqual({ verified: false, reason: 'asked' })
      expect(await (await browser.ask()).answerQuestion(true)).toEqual({ answered: true })
      const context = await browser.context()
      expect(context.session.viewer?.personId).toBe(personId)
      expect(context.session.heldUntil).not.toBeNull()
      expect(await listEndings(context)).toEqual([])
    })

    test('is not asked about sooner than before while a phone is signed in again', async () => {
      const { number } = await lost()
      await somebody(number)
      scene.world.passMinutes(40 * day)
      expect((await arrive(number)).result).toMatchObject({ verified: true })
    })
  })
})
