import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { exportMyData } from '~/features/account/export-my-data.server'
import { endedPush } from '~/features/account/phones/ended-push'
import { hasUnseenEnding, listEndings } from '~/features/account/phones/list-endings.server'
import { sendLastPushes } from '~/features/account/phones/send-last-pushes.server'
import { signOutDevice } from '~/features/account/sign-out-device.server'
import { describeOnEachDatabase, type TestDatabase } from '../support/databases'
import { signIn } from './accounts-world'
import { deviceId, openPhoneScene, type PhoneScene } from './phone-scene'
import { seoul } from './reminder-scene'

const day = 24 * 60

describeOnEachDatabase('phones that their owner ends from another one', (open) => {
  let opened: TestDatabase
  let scene: PhoneScene
  beforeAll(async () => {
    opened = await open()
    scene = await openPhoneScene(opened)
  })
  afterAll(() => scene.close())
  beforeEach(() => scene.world.passMinutes(1))

  const deedOf = (person: string) => ({
    id: crypto.randomUUID(),
    seq: 1,
    person,
    type: 'say_fine',
    typeV: 1,
    occurredAt: scene.world.parts.clock.now().toISOString(),
    payload: {},
  })
  describe('by their owner', () => {
    test('are told so when they ask and when they send, by their account and their own name for themselves', async () => {
      const { old, next, oldSession } = await scene.withTwoPhones()
      expect((await scene.post(old.browser)).body.ended).toBeUndefined()
      expect(await signOutDevice(await next.browser.context(), oldSession, 'lost')).toBe(true)
      const ended = { person: old.personId, device: deviceId, as: 'lost' }
      expect(await scene.post(old.browser)).toMatchObject({
        status: 200,
        body: { person: null, ended },
      })
      const commands = [deedOf(old.personId)]
      expect(await scene.post(old.browser, { commands })).toMatchObject({
        status: 401,
        body: { error: 'no_session', ended },
      })
      expect((await scene.post(next.browser)).body.ended).toBeUndefined()
      expect((await scene.post(scene.world.browser())).body.ended).toBeUndefined()
    })

    test('are told so after weeks, when their token is long over', async () => {
      const { old, next, oldSession } = await scene.withTwoPhones()
      await signOutDevice(await next.browser.context(), oldSession, 'new_phone')
      scene.world.passMinutes(25 * day)
      expect((await scene.post(old.browser)).body.ended).toMatchObject({ as: 'new_phone' })
    })

    test('lose the session’s cookies once they say that they are erased', async () => {
      const { old, next, oldSession } = await scene.withTwoPhones()
      await signOutDevice(await next.browser.context(), oldSession, 'lost')
      expect(old.browser.cookieHeader()).toContain('gyeote-session')
      const answer = await scene.post(old.browser, { leave: old.personId })
      expect(answer).toMatchObject({ status: 200, body: { person: null } })
      expect(answer.body.ended).toBeUndefined()
      expect(old.browser.cookieHeader()).not.toContain('gyeote-session')
    })

    test('are not, when they were left on the phone itself or their session ran out', async () => {
      const left = await scene.somebody()
      const cookies = left.browser.cookieHeader()
      await (await left.browser.ask()).signOut()
      expect((await left.browser.ask(cookies, false)).ended).toBeNull()
      const ranOut = await scene.somebody()
      await scene.runOut(ranOut)
      scene.world.passMinutes(1)
      const asked = await scene.post(ranOut.browser, { commands: [deedOf(ranOut.personId)] })
      expect(asked.status).toBe(401)
      expect(asked.body.ended).toBeUndefined()
    })

    test('are not those of a stranger, nor the one in hand, nor any in a session that is not sure of itself', async () => {
      const { old, next, oldSession } = await scene.withTwoPhones()
      const stranger = await scene.somebody()
      expect(await signOutDevice(await stranger.browser.context(), oldSession)).toBe(false)
      expect(await signOutDevice(await stranger.browser.context(), 'no id')).toBe(false)
      await scene.hold(next)
      expect(await signOutDevice(await next.browser.context(), oldSession)).toBe(false)
      expect((await old.browser.ask()).viewer).not.toBeNull()
    })

    test('stand in the person’s list, trail and export', async () => {
      const { next, oldSession } = await scene.withTwoPhones()
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
      const { old, next, oldSession } = await scene.withTwoPhones()
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
      const { old, next, oldSession } = await scene.withTwoPhones()
      const phone = await scene.subscribe(old.browser)
      scene.service.behave(phone, { answers: 503 })
      await signOutDevice(await next.browser.context(), oldSession, 'lost')
      expect(await sendLastPushes(scene.world.parts)).toBe(0)
      scene.service.behave(phone, { answers: 201 })
      await opened.owner.query('update gyeote.last_pushes set claimed_until = null')
      expect(await sendLastPushes(scene.world.parts)).toBe(1)
    })

    test('is one of the forty of a day: it waits for the next one, and so does nobody else’s', async () => {
      const { old, next, oldSession } = await scene.withTwoPhones()
      const phone = await scene.subscribe(old.browser)
      const other = await scene.withTwoPhones()
      const otherPhone = await scene.subscribe(other.old.browser)
      scene.world.standAt(seoul('15:30'))
      await opened.owner.query(
        `update gyeote.reminder_plans set pushed_on = '2026-11-25', pushed = 40 where person_id = $1`,
        [old.personId],
      )
      await signOutDevice(await next.browser.context(), oldSession, 'lost')
      await signOutDevice(await other.next.browser.context(), other.oldSession, 'lost')
      expect(scene.service.asked(phone)).toBe(0)
      expect(scene.service.to(otherPhone)).toHaveLength(1)
      scene.world.standAt(seoul('00:10', '2026-11-26'))
      await opened.owner.query('update gyeote.last_pushes set claimed_until = null')
      expect(await sendLastPushes(scene.world.parts)).toBe(1)
      expect(scene.service.to(phone)).toHaveLength(1)
      const [plan] = await opened.owner.query<{ pushed: number }>(
        'select pushed from gyeote.reminder_plans where person_id = $1',
        [old.personId],
      )
      expect(plan?.pushed).toBe(1)
    })

    test('does not go to a phone on which somebody is signed in again', async () => {
      const { old, next, oldSession } = await scene.withTwoPhones()
      const phone = await scene.subscribe(old.browser)
      scene.service.behave(phone, { answers: 503 })
      await signOutDevice(await next.browser.context(), oldSession, 'lost')
      await signIn(scene.world, old.browser, old.number)
      await scene.subscribe(old.browser, phone)
      expect(await opened.owner.query('select 1 from gyeote.last_pushes')).toEqual([])
    })

    test('is not there for who leaves on the phone itself', async () => {
      const { browser } = await scene.somebody()
      await scene.subscribe(browser)
      await (await browser.ask()).signOut()
      expect(await opened.owner.query('select 1 from gyeote.last_pushes')).toEqual([])
    })
  })
})
