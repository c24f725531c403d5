import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { askAddress, proveAddress } from '~/features/family/weekly/prove-address.server'
import { describeOnEachDatabase, type TestDatabase } from '../support/databases'
import type { World } from './accounts-world'
import { newAddress, openWeeklyScene, seoul, type WeeklyScene } from './weekly-scene'

describeOnEachDatabase('the address of the week', (open) => {
  let opened: TestDatabase
  let scene: WeeklyScene
  let world: World
  beforeAll(async () => {
    opened = await open()
    scene = await openWeeklyScene(opened)
    world = scene.world
  })
  afterEach(() => scene.startAnew())
  afterAll(async () => {
    await scene.close()
    await opened.close()
  })

  test('goes to nobody who did not bring back the code', async () => {
    const { daughter } = await scene.family()
    const address = newAddress()
    const context = await daughter.browser.context()
    expect(await askAddress(context, 'no address')).toMatchObject({ done: false })
    expect(scene.mails.received).toEqual([])
    world.standAt(seoul('18:55'))
    await askAddress(context, address)
    const code = scene.codeFor(address)
    const wrong = code === '000000' ? '000001' : '000000'
    world.standAt(seoul('19:00'))
    expect(await scene.send()).toBe(0)
    expect((await scene.choiceOf(daughter)).asked).toBe(address)
    for (let tries = 0; tries < 5; tries++)
      expect(await proveAddress(context, wrong)).toMatchObject({ done: false })
    expect(await proveAddress(context, code)).toMatchObject({ done: false })
    expect(await scene.choiceOf(daughter)).toMatchObject({ way: null, asked: null })

    await askAddress(context, address)
    world.passMinutes(11)
    expect(await proveAddress(context, scene.codeFor(address))).toMatchObject({ done: false })
    await askAddress(context, address)
    // Somebody else's code for the same address is not theirs.
    const other = await scene.family()
    const theirs = await other.daughter.browser.context()
    await askAddress(theirs, newAddress())
    expect(await proveAddress(theirs, scene.codeFor(address))).toMatchObject({ done: false })
    expect(await proveAddress(context, scene.codeFor(address))).toEqual({ done: true })
    // Three to a mailbox a day: nobody floods a stranger's.
    expect(await askAddress(await other.daughter.browser.context(), address)).toMatchObject({
      done: false,
    })
  })

  test('a server that is away costs nothing that was chosen, and is tried again the same evening', async () => {
    const { daughter } = await scene.family()
    const address = newAddress()
    const context = await daughter.browser.context()
    scene.mails.answer(address, 450)
    expect(await askAddress(context, address)).toMatchObject({ done: false })
    expect(await scene.choiceOf(daughter)).toMatchObject({ way: null, asked: null })
    scene.mails.answer(address, 0)
    await scene.byMail(daughter, address)
    scene.mails.answer(address, 450)
    world.standAt(seoul('19:00'))
    expect(await scene.send()).toBe(1)
    expect(scene.to(address)).toEqual([])
    scene.mails.answer(address, 0)
    expect(await scene.send()).toBe(0)
    await scene.passLease()
    expect(await scene.send()).toBe(1)
    expect(scene.to(address)).toHaveLength(1)
  })
})
