import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { describeOnEachDatabase, type TestDatabase } from '../support/databases'
import { newPhone, openWorld, signIn, type Browser, type World } from './accounts-world'

describeOnEachDatabase('codes', (open) => {
  describe.each(['in this process', 'over HTTP'] as const)('%s', (transport) => {
    let opened: TestDatabase
    let world: World

    beforeAll(async () => {
      opened = await open()
      world = await openWorld(opened, transport)
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
    const send = async (browser: Browser, phone: string) => (await browser.ask()).sendCode(phone)
    const verify = async (browser: Browser, phone: string, code: string) =>
      (await browser.ask()).verifyCode(phone, code)
    const wrongCode = () => (world.lastCode() === '000000' ? '000001' : '000000')

    test('the text message has the code, the warning and no link', async () => {
      const phone = newPhone()
      await send(world.browser(), phone)
      expect(world.parts.messages[0]?.to).toBe(phone)
      expect(world.parts.messages[0]?.body).toMatch(
        /^\[곁에\] 인증번호 \d{6}\. 곁에 직원도 묻지 않아요\.$/,
      )
    })

    test('a free number becomes the number of the same anonymous person', async () => {
      const { browser, viewer } = await anonymous()
      const phone = newPhone()
      await send(browser, phone)
      const result = await verify(browser, phone, world.lastCode())
      expect(result).toMatchObject({
        verified: true,
        joined: 'attached',
        viewer: { personId: viewer.personId, anonymous: false, phone },
      })
      expect((await browser.ask()).viewer).toMatchObject({ personId: viewer.personId, phone })
      expect(
        await world.owner.query('select anonymous from gyeote.people where id = $1', [
          viewer.personId,
        ]),
      ).toEqual([{ anonymous: false }])
    })

    test('the session that was anonymous is over once the number is tied', async () => {
      const { browser } = await anonymous()
      const old = browser.cookieHeader()
      await signIn(world, browser, newPhone())
      expect((await browser.ask(old, false)).viewer).toBeNull()
    })

    test('the same number on another phone is the same person', async () => {
      const phone = newPhone()
      const first = await signIn(world, world.browser(), phone)
      const second = await signIn(world, world.browser(), phone)
      expect(second.joined).toBe('signed_in')
      expect(second.viewer.personId).toBe(first.viewer.personId)
      expect(second.viewer.sessionId).not.toBe(first.viewer.sessionId)
    })

    test('five wrong tries, and then the right code is dead too', async () => {
      const { browser } = await anonymous()
      const phone = newPhone()
      await send(browser, phone)
      for (let index = 0; index < 4; index++)
        expect(await verify(browser, phone, wrongCode())).toEqual({
          verified: false,
          reason: 'wrong',
        })
      expect(await verify(browser, phone, wrongCode())).toEqual({
        verified: false,
        reason: 'too_many',
      })
      expect(await verify(browser, phone, world.lastCode())).toMatchObject({ verified: false })
      expect(await send(browser, phone)).toEqual({ sent: false, reason: 'tried_too_often' })
      await world.parts.limits.reset('codeTryPerPhone', phone)
      // Also where the limits were forgotten, the code itself is used up.
      expect(await verify(browser, phone, world.lastCode())).toMatchObject({ verified: false })
    })

    test('an expired code says that it is old', async () => {
      const { browser } = await anonymous()
      const phone = newPhone()
      await send(browser, phone)
      world.passMinutes(5.1)
      expect(await verify(browser, phone, world.lastCode())).toEqual({
        verified: false,
        reason: 'expired',
      })
    })

    test('a code is good for just under five minutes', async () => {
      const browser = world.browser()
      const phone = newPhone()
      await send(browser, phone)
      world.passMinutes(4.9)
      expect(await verify(browser, phone, world.lastCode())).toMatchObject({ verified: true })
    })

    test('a code works once', async () => {
      const phone = newPhone()
      const browser = world.browser()
      await signIn(world, browser, phone)
      const replay = await verify(world.browser(), phone, world.lastCode())
      expect(replay).toEqual({ verified: false, reason: 'wrong' })
    })

    test('a new code replaces the old one', async () => {
      const browser = world.browser()
      const phone = newPhone()
      await send(browser, phone)
      const first = world.lastCode()
      do {
        await send(browser, phone)
      } while (world.lastCode() === first)
      expect(await verify(browser, phone, first)).toMatchObject({ verified: false })
      expect(await verify(browser, phone, world.lastCode())).toMatchObject({ verified: true })
    })

    test('a code for one number does not open another', async () => {
      const mine = newPhone()
      const theirs = newPhone()
      await signIn(world, world.browser(), theirs)
      const browser = world.browser()
      await send(browser, mine)
      expect(await verify(browser, theirs, world.lastCode())).toMatchObject({ verified: false })
    })

    test('without the cookie that says what was asked for, the code still works', async () => {
      const { browser, viewer } = await anonymous()
      const phone = newPhone()
      await send(browser, phone)
      browser.jar.delete('gyeote-code')
      expect(await verify(browser, phone, world.lastCode())).toMatchObject({
        verified: true,
        viewer: { personId: viewer.personId },
      })
    })

    test('no more than five codes an hour to one number, and none to other countries', async () => {
      const phone = newPhone()
      const results = []
      for (let index = 0; index < 6; index++) results.push(await send(world.browser(), phone))
      expect(results.slice(0, 5)).toEqual(Array(5).fill({ sent: true }))
      expect(results[5]).toEqual({ sent: false, reason: 'too_many' })
      expect(await send(world.browser(), '+14155550100')).toEqual({
        sent: false,
        reason: 'not_allowed',
      })
    })

    test.each(['well', 'careless'] as const)(
      'a code that another browser asked for ties the number to nobody else (auth server %s)',
      async (mood) => {
        const phone = newPhone()
        const attacker = await anonymous()
        const victim = await anonymous()
        await send(victim.browser, phone)
        await send(attacker.browser, phone)
        world.feel(mood)
        expect(await verify(victim.browser, phone, world.lastCode())).toMatchObject({
          verified: false,
        })
        world.feel('well')
        const after = (await attacker.browser.ask()).viewer
        expect(after).toEqual(mood === 'well' ? attacker.viewer : null)
        const result = await signIn(world, victim.browser, phone)
        expect(result.viewer.phone).toBe(phone)
        world.passMinutes(61)
        expect((await attacker.browser.ask()).viewer?.personId).not.toBe(result.viewer.personId)
      },
    )

    test('a failing text message gateway is said, not swallowed', async () => {
      const { send: working } = world.parts.textMessages
      world.parts.textMessages.send = () => Promise.reject(new Error('gateway'))
      try {
        expect(await send(world.browser(), newPhone())).toEqual({
          sent: false,
          reason: 'unavailable',
        })
      } finally {
        world.parts.textMessages.send = working
      }
    })

    test('nothing about codes or numbers is in the log', async () => {
      const phone = newPhone()
      await signIn(world, world.browser(), phone)
      const log = world.parts.lines.join('\n')
      expect(log).not.toContain(phone.slice(1))
      expect(log).not.toContain(world.lastCode())
    })
  })
})
