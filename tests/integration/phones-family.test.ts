import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { exportMyData } from '~/features/account/export-my-data.server'
import {
  hasUnseenEnding,
  listEndings,
  seeEndings,
} from '~/features/account/phones/list-endings.server'
import { endPhonesOf } from '~/features/family/end-phones.server'
import { loadFamily } from '~/features/family/load-family.server'
import { rateLimits } from '~/platform/http/rate-limits.server'
import { describeOnEachDatabase, type TestDatabase } from '../support/databases'
import { openPhoneScene, type PhoneScene } from './phone-scene'
import { seoul } from './reminder-scene'

const day = 24 * 60

describeOnEachDatabase('phones that a relative ends', (open) => {
  let opened: TestDatabase
  let scene: PhoneScene
  beforeAll(async () => {
    opened = await open()
    scene = await openPhoneScene(opened)
  })
  afterAll(() => scene.close())
  beforeEach(() => scene.world.passMinutes(1))

  describe('by a relative', () => {
    test('who helps: all of them, and the senior reads who did it and when', async () => {
      const senior = await scene.somebody()
      const other = await scene.somebody(senior.number)
      const helper = await scene.helperOf(senior)
      scene.world.standAt(seoul('09:05'))
      expect(await endPhonesOf(await helper.browser.context(), helper.linkId)).toEqual({
        ended: true,
        phones: 2,
      })
      for (const { browser } of [senior, other])
        expect((await scene.post(browser)).body.ended).toMatchObject({ as: 'family' })
      expect((await helper.browser.ask()).viewer).not.toBeNull()

      // The new phone, right after: no question, nothing held back.
      const next = await scene.somebody(senior.number)
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
      const senior = await scene.somebody()
      await scene.runOut(senior)
      const helper = await scene.helperOf(senior)
      expect(await endPhonesOf(await helper.browser.context(), helper.linkId)).toMatchObject({
        phones: 0,
      })
      expect((await scene.post(senior.browser)).body.ended).toMatchObject({ as: 'family' })
    })

    test('also of a senior who keeps no health data with us, and their page says so', async () => {
      const senior = await scene.somebody()
      const helper = await scene.helperOf(senior)
      await opened.owner.query(
        `insert into gyeote.consents (person_id, link_id, kind, given, text_version)
         values ($1, null, 'health_data', false, '1')`,
        [senior.personId],
      )
      const context = await helper.browser.context()
      const { seniors } = await loadFamily(context, helper.personId)
      expect(seniors).toMatchObject([{ endsPhones: true, help: { from: null } }])
      expect(await endPhonesOf(context, helper.linkId)).toEqual({ ended: true, phones: 1 })
      expect((await senior.browser.ask()).viewer).toBeNull()
    })

    test.each([
      ['who only looks', `role = 'view'`],
      ['whose day of waiting is not over', `role = 'help', helps_from = now() + interval '1 hour'`],
      ['whose link has ended', `role = 'help', helps_from = now(), status = 'ended'`],
      ['who is not linked yet', `role = 'help', helps_from = now(), status = 'pending'`],
    ])('%s ends nothing', async (_name, changes) => {
      const senior = await scene.somebody()
      const relative = await scene.helperOf(senior, changes)
      expect(await endPhonesOf(await relative.browser.context(), relative.linkId)).toEqual({
        ended: false,
        reason: 'not_allowed',
      })
      expect((await senior.browser.ask()).viewer).not.toBeNull()
    })

    test('is nothing for a stranger, the senior themselves, and a session that is not sure of itself', async () => {
      const senior = await scene.somebody()
      const helper = await scene.helperOf(senior)
      const refused = { ended: false, reason: 'not_allowed' }
      for (const one of [await scene.somebody(), senior])
        expect(await endPhonesOf(await one.browser.context(), helper.linkId)).toEqual(refused)
      await scene.hold(helper)
      expect(await endPhonesOf(await helper.browser.context(), helper.linkId)).toEqual(refused)
      expect((await senior.browser.ask()).viewer).not.toBeNull()
    })

    test('only so often a day', async () => {
      const helper = await scene.helperOf(await scene.somebody())
      const end = async () => endPhonesOf(await helper.browser.context(), helper.linkId)
      for (let i = 0; i < rateLimits.endPhonesPerPerson.points; i++)
        expect(await end()).toMatchObject({ ended: true })
      expect(await end()).toEqual({ ended: false, reason: 'too_many' })
    })
  })

  describe('the number that comes back', () => {
    /** Lost on the first day; what a relative does is no contact of the senior. */
    async function lost() {
      const senior = await scene.somebody()
      const helper = await scene.helperOf(senior)
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
      await scene.somebody(number)
      scene.world.passMinutes(40 * day)
      expect((await arrive(number)).result).toMatchObject({ verified: true })
    })
  })
})
