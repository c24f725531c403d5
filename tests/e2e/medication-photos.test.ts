import { v7 as newId } from 'uuid'
import { expect, test } from 'vitest'
import { listDatabases, readData, visit } from './offline/phone'
import { lookAt, makePicture, place } from './support/make-picture'
import { enterCourse, keepPage, post } from './support/photo-course'
import {
  ask,
  buttonOf,
  none,
  openPhotoScene,
  shown,
  statusOf,
  take,
  waits,
} from './support/photo-scene'

const { openPhone, openPhotoPage, network } = openPhotoScene()

test('a picture taken without a network waits, arrives later from another page, and stays to be seen', async () => {
  const { phone, page, path } = await openPhotoPage()
  const picture = await makePicture(page)
  expect(picture.length).toBeGreaterThan(400 * 1024)
  expect(picture.toString('latin1')).toContain(place)
  network().feel('dead')
  await take(page, picture)
  await waits(page).waitFor()
  await page.goto(path)
  await waits(page).waitFor()
  const { width, height, isGreenAbove } = await lookAt(page)
  expect(width).toBeLessThan(height)
  expect(height).toBeLessThanOrEqual(1280)
  expect(isGreenAbove).toBe(true)
  await page.close()

  network().feel('well')
  const later = await phone.newPage()
  await later.goto('/')
  await expect.poll(async () => (await ask(phone)).status, { timeout: 30_000 }).toBe(200)
  const { body } = await ask(phone)
  expect(body.length).toBeLessThanOrEqual(300 * 1024)
  expect(body.subarray(0, 3)).toEqual(Buffer.from([0xff, 0xd8, 0xff]))
  expect(body.toString('latin1')).not.toContain('Exif')
  expect(body.toString('latin1')).not.toContain(place)

  network().feel('dead')
  await later.goto(path)
  await shown(later).waitFor()
  expect(await lookAt(later)).toMatchObject({ width, height, isGreenAbove: true })
  expect(await waits(later).count()).toBe(0)
})

test.each(['portal', 'broken', 'lossy'] as const)(
  'on a network that is %s the picture is kept until it has arrived, with the page open and untouched',
  async (mood) => {
    const { phone, page, courseId } = await openPhotoPage()
    const picture = await makePicture(page)
    await take(page, picture)
    await expect.poll(async () => (await ask(phone)).status).toBe(200)
    const first = (await ask(phone)).id
    await waits(page).waitFor({ state: 'detached' })
    network().feel(mood)
    await take(page, picture, '다시 찍기')
    await waits(page).waitFor()
    network().asked.length = 0
    network().feel('well')
    await waits(page).waitFor({ state: 'detached', timeout: 60_000 })
    expect(network().asked.some((one) => one.startsWith('POST /medication/photos/'))).toBe(true)
    const { tables } = (await readData(phone)) ?? { tables: {} }
    const photos = tables.photos?.map(({ id }) => String(id)) ?? []
    expect(photos).toHaveLength(2)
    expect(tables.photos?.every((one) => one.course_id === courseId)).toBe(true)
    // The one before was taken back with the new one.
    for (const id of photos) expect(await statusOf(phone, id)).toBe(id === first ? 404 : 200)
  },
)

test('nobody else gets it, and signing out leaves nothing of it on the phone', async () => {
  const { phone, page, path } = await openPhotoPage()
  await take(page, await makePicture(page))
  await expect.poll(async () => (await ask(phone)).status).toBe(200)
  const { id } = await ask(phone)
  expect(await statusOf(await openPhone(), id)).toBe(404)
  const other = await openPhone()
  await enterCourse(other, network().url)
  expect(await statusOf(other, id)).toBe(404)
  const given = await other.request.post(`/medication/photos/${id}`, {
    headers: { Origin: network().url, 'Content-Type': 'image/jpeg' },
    data: Buffer.from('whatever'),
  })
  expect(given.status()).toBe(415)
  const theirs = await other.newPage()
  await theirs.goto(path)
  await theirs.getByRole('heading', { name: '약을 찾지 못했어요' }).waitFor()

  expect((await listDatabases(page)).some((name) => /^gyeote-[0-9a-f]{8}-/.test(name))).toBe(true)
  await page.goto('/me/sign-out')
  await buttonOf(page, '나가기').click()
  await page.waitForURL((url) => url.pathname === '/')
  await expect
    .poll(async () => (await listDatabases(page)).filter((name) => /^gyeote-[0-9a-f]/.test(name)))
    .toEqual([])
  expect(await statusOf(phone, id)).toBe(404)
  network().feel('dead')
  await page.goto(path)
  await page.getByText('아침 약').waitFor({ state: 'detached' })
  expect(await shown(page).count()).toBe(0)
})

test('leaving with a picture that was not sent yet is asked about', async () => {
  const { page, courseId, phone } = await openPhotoPage()
  // The photo is written down, and its picture cannot be sent.
  await phone.route('**/medication/photos/*', (route) => route.abort())
  await page.evaluate(async () => (await navigator.serviceWorker.ready).unregister())
  await page.reload()
  await take(page, await makePicture(page))
  await waits(page).waitFor()
  await expect.poll(async () => (await ask(phone)).count).toBe(1)
  expect((await ask(phone)).status).toBe(404)
  await page.goto('/me/sign-out')
  await page.getByText('아직 못 보낸 기록이 있어요.').waitFor()
  expect(courseId).not.toBe('')
})

test('a picture from another phone says kindly where it is, and stays once it was seen', async () => {
  const [one, two] = [await openPhone(), await openPhone()]
  for (const phone of [one, two]) {
    const page = await phone.newPage()
    await page.goto('/sign-in')
    await page.getByRole('button', { name: '박영호' }).click()
    await page.waitForURL((url) => url.pathname !== '/sign-in')
    await page.close()
  }
  const courseId = await enterCourse(one, network().url)
  const photoId = newId()
  await post(one, network().url, 'record_facts', { photos: [{ id: photoId, courseId }] })
  const path = `/medication/courses/${courseId}/photo`
  const page = await visit(two)
  await keepPage(page, path)
  await page.getByText('그 휴대폰에서 아직 오지 않았어요.').waitFor()
  network().feel('dead')
  await page.goto(path)
  await page.getByText('인터넷이 되면 보여 드려요.').waitFor()

  network().feel('well')
  const picture = await page.evaluate(async () => {
    const canvas = Object.assign(document.createElement('canvas'), { width: 40, height: 30 })
    canvas.getContext('2d')?.fillRect(0, 0, 40, 30)
    return canvas.toDataURL('image/jpeg').split(',')[1] ?? ''
  })
  const given = await one.request.post(`/medication/photos/${photoId}`, {
    headers: { Origin: network().url, 'Content-Type': 'image/jpeg' },
    data: Buffer.from(picture, 'base64'),
  })
  expect(given.status()).toBe(200)
  await page.goto(path)
  await shown(page).waitFor()
  network().feel('dead')
  await page.goto(path)
  await shown(page).waitFor()
})

test('a picture is taken out after one question, and its older ones do not come back', async () => {
  const { phone, page, path } = await openPhotoPage()
  const picture = await makePicture(page)
  await take(page, picture)
  await shown(page).waitFor()
  await take(page, picture, '다시 찍기')
  await expect.poll(async () => (await ask(phone)).count).toBe(2)
  await buttonOf(page, '사진 빼기').click()
  await buttonOf(page, '그대로 두기').click()
  await shown(page).waitFor()
  await buttonOf(page, '사진 빼기').click()
  await page.getByRole('heading', { name: '이 사진을 뺄까요?' }).waitFor()
  await buttonOf(page, '사진 빼기').click()
  await none(page).waitFor()
  await page.getByText('사진을 뺐어요.').waitFor()
  await expect.poll(async () => (await readData(phone))?.tables.retractions?.length).toBe(2)
  await page.goto(path)
  await none(page).waitFor()
  const { tables } = (await readData(phone)) ?? { tables: {} }
  for (const { id } of tables.photos ?? []) expect(await statusOf(phone, String(id))).toBe(404)
})
