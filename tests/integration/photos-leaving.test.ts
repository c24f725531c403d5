import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { writeMyData } from '~/features/account/export-my-data.server'
import { removeAbandonedAccounts } from '~/features/account/remove-abandoned-accounts.server'
import { removeDeletedAccounts } from '~/features/account/remove-deleted-accounts.server'
import { requestDeletion } from '~/features/account/request-deletion.server'
import { erasePhotos } from '~/platform/photos/erase-photos.server'
import type { PhotoStore } from '~/platform/photos/photo-store.server'
import { createSupabasePhotos } from '~/platform/photos/supabase-photos.server'
import { jpeg } from '~/platform/photos/test-pictures'
import { describeOnEachDatabase, type TestDatabase } from '../support/databases'
import { findFreePort } from '../support/free-port'
import { newPhone, openWorld, signIn, type Browser, type World } from './accounts-world'
import { openPhotoScene, statusOf } from './photo-scene'

const day = 24 * 60
/** 2026-11-24, 10:00 in Seoul. */
const start = new Date('2026-11-24T01:00:00Z')

describeOnEachDatabase('photos that go', (open) => {
  let opened: TestDatabase
  let world: World
  let browser: Browser
  let scene: ReturnType<typeof openPhotoScene>

  beforeAll(async () => {
    opened = await open()
    world = await openWorld(opened, 'in this process', start)
    scene = openPhotoScene(world)
  })
  afterAll(async () => {
    await world.close()
    await opened.close()
  })
  beforeEach(() => {
    world.feel('well')
    browser = world.browser()
  })

  test('taken back it is seen no more at once, and its file goes with the next run', async () => {
    const photoId = await scene.takePhoto(browser)
    const other = await scene.takePhoto(browser)
    for (const id of [photoId, other]) await scene.send(id, browser)
    const file = await scene.fileOf(photoId)
    await scene.retract(photoId, browser)
    expect(await statusOf(scene.look(photoId, browser))).toBe(404)
    expect(await statusOf(scene.send(photoId, browser))).toBe(404)
    // Somebody else's is not theirs to take back.
    await scene.retract(other, await strangerWithConsent())
    await erasePhotos(world.parts)
    expect(await scene.bytesOf(file)).toBeNull()
    expect(await statusOf(scene.look(other, browser))).toBe(200)
    expect(await world.owner.query('select file_id from gyeote.photo_erasures')).toEqual([])
  })
  async function strangerWithConsent() {
    const stranger = world.browser()
    await scene.consent(true, stranger)
    return stranger
  }

  test('all pictures are in the download of one’s data, and say when they have not come', async () => {
    const photoId = await scene.takePhoto(browser)
    const notYet = await scene.takePhoto(browser)
    await scene.send(photoId, browser)
    let written = ''
    for await (const part of writeMyData(await browser.context())) written += part
    const { tables, pictures } = JSON.parse(written) as {
      tables: { photos: unknown[] }
      pictures: { photoId: string; base64?: string; missing?: true }[]
    }
    expect(tables.photos).toHaveLength(2)
    expect(pictures).toHaveLength(2)
    expect(pictures).toContainEqual({ photoId: notYet, missing: true })
    const picture = pictures.find((one) => one.photoId === photoId)
    expect(picture).toMatchObject({ mediaType: 'image/jpeg' })
    const kept = await scene.bytesOf(await scene.fileOf(photoId))
    expect(Buffer.from(picture?.base64 ?? '', 'base64').equals(kept ?? new Uint8Array())).toBe(true)
  })

  test('taken back while it is under way, it leaves no file behind', async () => {
    const photoId = await scene.takePhoto(browser)
    const file = await scene.fileOf(photoId)
    const photos: PhotoStore = {
      ...world.parts.photos,
      put: async (...given) => {
        await scene.retract(photoId, browser)
        await erasePhotos(world.parts)
        await world.parts.photos.put(...given)
      },
    }
    expect(await statusOf(scene.send(photoId, browser, { photos }))).toBe(404)
    expect(await scene.bytesOf(file)).toBeNull()
  })

  test('a store that is out of reach keeps nothing, says so, and is tried again', async () => {
    const photoId = await scene.takePhoto(browser)
    const url = `http://127.0.0.1:${await findFreePort()}`
    const photos = createSupabasePhotos({ url, serviceKey: 'key' })
    expect(await statusOf(scene.send(photoId, browser, { photos }))).toBe(503)
    const file = await scene.fileOf(photoId)
    await scene.send(photoId, browser)
    await scene.retract(photoId, browser)
    await expect(erasePhotos({ ...world.parts, photos })).rejects.toThrow(/not reached/)
    expect(await scene.bytesOf(file)).toEqual(jpeg)
    await erasePhotos(world.parts)
    expect(await scene.bytesOf(file)).toBeNull()
  })

  test('a photo taken before there was a number goes along to the account that has it', async () => {
    const phone = newPhone()
    const old = world.browser()
    const { viewer } = await signIn(world, old, phone)
    const [sent, unsent] = [await scene.takePhoto(browser), await scene.takePhoto(browser)]
    await scene.send(sent, browser)
    await signIn(world, browser, phone)
    expect((await browser.ask()).viewer?.personId).toBe(viewer.personId)
    for (const one of [browser, old]) expect(await statusOf(scene.look(sent, one))).toBe(200)
    expect(await statusOf(scene.send(unsent, browser))).toBe(200)
    const rows = await world.owner.query('select by_id from gyeote.photos where id = $1', [sent])
    expect(rows).toEqual([{ by_id: viewer.personId }])
    await removeAbandonedAccounts(world.parts)
    expect(await statusOf(scene.look(sent, browser))).toBe(200)
  })

  test('with the account its pictures go, also while the auth server is dead', async () => {
    await signIn(world, browser, newPhone())
    const photoId = await scene.takePhoto(browser)
    await scene.send(photoId, browser)
    const file = await scene.fileOf(photoId)
    await requestDeletion(await browser.context())
    world.passMinutes(8 * day)
    world.feel('dead')
    await expect(removeDeletedAccounts(world.parts)).rejects.toThrow(/are to be erased/)
    expect(await scene.bytesOf(file)).toBeNull()
    world.feel('well')
    await removeDeletedAccounts(world.parts)
  })

  test('and with an account that nobody came back to', async () => {
    const photoId = await scene.takePhoto(browser)
    await scene.send(photoId, browser)
    const file = await scene.fileOf(photoId)
    world.passMinutes(400 * day)
    await expect(
      removeAbandonedAccounts({
        ...world.parts,
        photos: { ...world.parts.photos, remove: refuse },
      }),
    ).rejects.toThrow(/out of order/)
    expect(await scene.bytesOf(file)).toEqual(jpeg)
    await removeAbandonedAccounts(world.parts)
    expect(await scene.bytesOf(file)).toBeNull()
    expect(await statusOf(scene.look(photoId, browser))).toBe(404)
  })
  const refuse = () => Promise.reject(new Error('out of order'))
})
