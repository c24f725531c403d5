import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { listDevices } from '~/features/account/list-devices.server'
import { setName } from '~/features/account/set-name.server'
import { signOutDevice } from '~/features/account/sign-out-device.server'
import { describeOnEachDatabase, type TestDatabase } from '../support/databases'
import { newPhone, openWorld, signIn, type World } from './accounts-world'

describeOnEachDatabase('devices', (open) => {
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
      world.passMinutes(1)
    })

    const anonymous = async () => {
      const browser = world.browser()
      const viewer = await (await browser.ask()).begin()
      return { browser, viewer }
    }

    test('signing out another device refuses its very next request', async () => {
      const phone = newPhone()
      const old = world.browser({ userAgent: 'Android 14; SM-S911N Chrome/130 Mobile' })
      const kept = world.browser({ userAgent: 'iPhone Safari' })
      await signIn(world, old, phone)
      await signIn(world, kept, phone)
      expect((await old.ask()).viewer).not.toBeNull()

      const context = await kept.context()
      const devices = await listDevices(context)
      expect(devices.map(({ label, current }) => ({ label, current }))).toEqual([
        { label: '아이폰 · 사파리', current: true },
        { label: '삼성 갤럭시 · 크롬', current: false },
      ])
      expect(await signOutDevice(context, String(devices[1]?.sessionId))).toBe(true)
      expect((await old.ask()).viewer).toBeNull()
      world.passMinutes(120)
      expect((await old.ask()).viewer).toBeNull()
      expect((await kept.ask()).viewer).not.toBeNull()
      expect(await listDevices(await kept.context())).toHaveLength(1)
    })

    test('a device signed out in another process is refused after twenty seconds at most', async () => {
      const { browser, viewer } = await anonymous()
      expect((await browser.ask()).viewer).not.toBeNull()
      await world.owner.query(
        'update gyeote.devices set signed_out_at = now() where session_id = $1',
        [viewer.sessionId],
      )
      world.passMinutes(21 / 60)
      expect((await browser.ask()).viewer).toBeNull()
    })

    test('nobody signs out a stranger’s device', async () => {
      const stranger = await anonymous()
      const { browser } = await anonymous()
      expect(await signOutDevice(await browser.context(), stranger.viewer.sessionId)).toBe(false)
      expect((await stranger.browser.ask()).viewer).not.toBeNull()
    })

    test('a name is kept, and one that does not fit is explained in Korean', async () => {
      const { browser, viewer } = await anonymous()
      expect(await setName(await browser.context(), '  김 순자\u200b ')).toEqual({
        saved: true,
        name: '김 순자',
      })
      expect(
        await world.owner.query('select display_name from gyeote.people where id = $1', [
          viewer.personId,
        ]),
      ).toEqual([{ display_name: '김 순자' }])
      expect(await setName(await browser.context(), ' \n ')).toMatchObject({ saved: false })
      expect(await setName(await browser.context(), '가'.repeat(21))).toMatchObject({
        saved: false,
      })
      expect(await setName(await browser.context(), '가'.repeat(20))).toMatchObject({ saved: true })
    })
  })
})
