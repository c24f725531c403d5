import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { listFacts } from '~/features/medication/facts/list-facts.server'
import { photoLimits } from '~/features/medication/photos/photo-limits'
import { jpeg, jpegWith, lossyChunk, segment, webp } from '~/platform/photos/test-pictures'
import { describeOnEachDatabase, type TestDatabase } from '../support/databases'
import { newPhone, openWorld, signIn, type Browser, type World } from './accounts-world'
import { openPhotoScene, statusOf } from './photo-scene'

/** 2026-11-24, 10:00 in Seoul. */
const start = new Date('2026-11-24T01:00:00Z')

describeOnEachDatabase('photos', (open) => {
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

  test('the picture comes back to its owner as it is, without where it was taken', async () => {
    const photoId = await scene.takePhoto(browser)
    const sent = jpegWith(segment(0xe1, 'Exif\0\0GPSLatitude 37.5665'))
    const answer = await scene.send(photoId, browser, { bytes: sent })
    expect(answer.status).toBe(200)
    expect(await answer.json()).toEqual({ v: 1, kept: photoId })
    expect(await scene.bytesOf(await scene.fileOf(photoId))).toEqual(jpeg)
    const shown = await scene.look(photoId, browser)
    expect(shown.status).toBe(200)
    expect(Object.fromEntries(shown.headers)).toEqual({
      'cache-control': 'private, no-store',
      'content-disposition': 'inline; filename="photo"',
      'content-length': `${jpeg.length}`,
      'content-type': 'image/jpeg',
    })
    expect(new Uint8Array(await shown.arrayBuffer())).toEqual(jpeg)
  })

  test('the fact says that there is one, and nothing of where it lies', async () => {
    const photoId = await scene.takePhoto(browser)
    const context = await browser.context()
    const personId = context.session.viewer?.personId ?? ''
    const { photos } = await context.asViewer((tx) => listFacts(tx, personId, { from: 0, to: 1 }))
    expect(photos).toMatchObject([{ id: photoId, by: personId }])
    expect(JSON.stringify(photos)).not.toContain(await scene.fileOf(photoId))
  })

  test('nobody else sees it or gives it, whatever the person lets them see', async () => {
    const photoId = await scene.takePhoto(browser)
    await scene.send(photoId, browser)
    const nobody = world.browser()
    expect(await statusOf(scene.look(photoId, nobody))).toBe(404)
    expect(await statusOf(scene.send(photoId, nobody))).toBe(401)
    const daughter = world.browser()
    const { viewer } = await signIn(world, daughter, newPhone())
    await scene.consent(true, daughter)
    expect(await statusOf(scene.look(photoId, daughter))).toBe(404)
    expect(await statusOf(scene.send(photoId, daughter))).toBe(404)
    await world.owner.query(
      `with link as (
         insert into gyeote.family_links (senior_id, relative_id, relation, status)
         values ($1, $2, '딸', 'active') returning id)
       insert into gyeote.consents (person_id, link_id, kind, given, text_version)
       select $1, id, 'med', true, '1' from link`,
      [(await browser.ask()).viewer?.personId, viewer.personId],
    )
    expect(await statusOf(scene.look(photoId, daughter))).toBe(404)
    expect(await statusOf(scene.send(photoId, daughter))).toBe(404)
  })

  test('who writes the same id down as their own is shown nothing of the other’s', async () => {
    const photoId = await scene.takePhoto(browser)
    await scene.send(photoId, browser)
    const stranger = world.browser()
    await scene.takePhoto(stranger, photoId)
    expect(await statusOf(scene.look(photoId, stranger))).toBe(404)
    await scene.send(photoId, stranger, { bytes: webp(lossyChunk), type: 'image/webp' })
    expect((await scene.look(photoId, stranger)).headers.get('content-type')).toBe('image/webp')
    expect((await scene.look(photoId, browser)).headers.get('content-type')).toBe('image/jpeg')
  })

  test('what is no picture, or larger than a phone makes it, is refused and not kept', async () => {
    const photoId = await scene.takePhoto(browser)
    const page = Buffer.from('<script>alert(1)</script>')
    expect(await statusOf(scene.send(photoId, browser, { bytes: new Uint8Array(page) }))).toBe(415)
    expect(await statusOf(scene.send(photoId, browser, { type: 'text/html' }))).toBe(415)
    expect(
      await statusOf(scene.send(photoId, browser, { bytes: sized(photoLimits.longestSide + 1) })),
    ).toBe(415)
    expect(await statusOf(scene.send(photoId, browser, { bytes: sized(0) }))).toBe(415)
    const long = Array.from({ length: 7 }, () => segment(0xfe, 'x'.repeat(60_000)))
    expect(await statusOf(scene.send(photoId, browser, { bytes: jpegWith(...long) }))).toBe(413)
    expect(await scene.bytesOf(await scene.fileOf(photoId))).toBeNull()
    expect(
      await statusOf(scene.send(photoId, browser, { bytes: sized(photoLimits.longestSide) })),
    ).toBe(200)
  })

  test('sent twice it is kept once: the first stands', async () => {
    const photoId = await scene.takePhoto(browser)
    expect(await statusOf(scene.send(photoId, browser))).toBe(200)
    expect(await statusOf(scene.send(photoId, browser))).toBe(200)
    expect(await statusOf(scene.send(photoId, browser, { bytes: sized(30) }))).toBe(200)
    expect(await scene.bytesOf(await scene.fileOf(photoId))).toEqual(jpeg)
  })

  test('nothing is kept before it is written down, nor without consent', async () => {
    expect(await statusOf(scene.send(newId(), browser))).toBe(401)
    const photoId = await scene.takePhoto(browser)
    expect(await statusOf(scene.send(newId(), browser))).toBe(404)
    expect(await statusOf(scene.send('no-id', browser))).toBe(404)
    await scene.consent(false, browser)
    expect(await statusOf(scene.send(photoId, browser))).toBe(403)
    expect(await scene.bytesOf(await scene.fileOf(photoId))).toBeNull()
  })

  test('a photo of a course nobody knows is refused', async () => {
    await scene.consent(true, browser)
    const photos = [{ id: newId(), courseId: newId() }]
    expect(await scene.record({ photos }, browser)).toEqual({
      status: 'refused',
      reason: 'unknown_course',
    })
  })

  test('three hundred are enough for anybody, until one is taken back', async () => {
    const first = await scene.takePhoto(browser)
    await world.owner.query(
      `insert into gyeote.photos (person_id, id, by_id, at, course_id)
       select person_id, gen_random_uuid(), by_id, at, course_id
       from gyeote.photos, generate_series(2, $2) where id = $1`,
      [first, photoLimits.mostPhotos],
    )
    const photoId = await scene.takePhoto(browser)
    const answer = await scene.send(photoId, browser)
    expect(answer.status).toBe(409)
    expect(await answer.json()).toEqual({ v: 1, error: 'no_room' })
    expect(await statusOf(scene.send(first, browser))).toBe(200)

    await scene.retract(first, browser)
    expect(await statusOf(scene.send(photoId, browser))).toBe(200)
  })

  test('sixty an hour are enough for anybody', async () => {
    const photoId = await scene.takePhoto(browser)
    for (let i = 0; i < 60; i++) await scene.send(photoId, browser)
    const answer = await scene.send(photoId, browser)
    expect(answer.status).toBe(429)
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(3_000)
  })
})

/** The picture with another width written into its head: bytes 3 and 4 after the frame's marker and length. */
function sized(width: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(jpeg)
  const frame = bytes.findIndex((byte, at) => byte === 0xff && bytes[at + 1] === 0xc0)
  new DataView(bytes.buffer).setUint16(frame + 7, width)
  return bytes
}
