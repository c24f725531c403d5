import { expect, test } from 'vitest'
import { findInLooks } from './accessibility/find-in-looks'
import { readData } from './offline/phone'
import { makePicture } from './support/make-picture'
import { ask, buttonOf, none, openPhotoScene, shown, take } from './support/photo-scene'
import { arrange, pairwise } from './support/situation'

const { openPhone, openPhotoPage, network } = openPhotoScene()

test('a file that the phone cannot read is said so in words, and nothing is written down', async () => {
  const { phone, page } = await openPhotoPage()
  const unreadable = {
    name: 'IMG_0001.HEIC',
    mimeType: 'image/heic',
    buffer: Buffer.from('\0\0\0\x18ftypheic'),
  }
  const refused = page.getByRole('alert').getByText('이 사진은 열 수 없어요.')
  await page.getByLabel('사진첩 열기').setInputFiles(unreadable)
  await refused.waitFor()
  expect((await readData(phone))?.tables.photos).toEqual([])
  await take(page, await makePicture(page))
  await shown(page).waitFor()
  expect(await page.getByText('이 사진은 열 수 없어요.').count()).toBe(0)
  const done = page.getByText('사진을 넣었어요.')
  await done.waitFor()
  await page.getByLabel('사진첩 열기').setInputFiles(unreadable)
  await refused.waitFor()
  expect(await done.count()).toBe(0)
})

test('in a form the picture is shown, and its id goes along', async () => {
  const phone = await openPhone()
  const page = await phone.newPage()
  await page.goto('/dev/ui')
  const field = page.locator('[role=group]', { hasText: '넣지 않아도 돼요.' })
  const id = field.locator('input[name="photoId"]')
  await expect.poll(() => id.inputValue()).toBe('')
  const picture = await makePicture(page)
  await field
    .getByLabel('사진 찍기')
    .setInputFiles({ name: 'a.jpg', mimeType: 'image/jpeg', buffer: picture })
  await field.getByRole('img', { name: '약봉지 사진' }).waitFor()
  expect(await id.inputValue()).toMatch(/^[0-9a-f-]{36}$/)
  await field.getByText('사진을 넣었어요.').waitFor()
})

test('without JavaScript a picture is seen and taken out, and no way to take one is offered', async () => {
  const { phone, page, path } = await openPhotoPage()
  await take(page, await makePicture(page))
  await expect.poll(async () => (await ask(phone)).status).toBe(200)
  const plain = await openPhone({
    javaScriptEnabled: false,
    storageState: await phone.storageState(),
    serviceWorkers: 'block',
  })
  const still = await plain.newPage()
  await still.goto(path)
  await shown(still).waitFor()
  expect(
    await shown(still).evaluate((image: HTMLImageElement) => image.naturalWidth),
  ).toBeGreaterThan(0)
  // Playwright's text search passes `noscript` over.
  expect(await still.locator('noscript p').innerText()).toBe(
    '이 브라우저에서는 사진을 넣을 수 없어요.',
  )
  expect(await still.locator('input[type="file"]').count()).toBe(0)
  await buttonOf(still, '사진 빼기').click()
  await still.getByRole('heading', { name: '이 사진을 뺄까요?' }).waitFor()
  await buttonOf(still, '사진 빼기').click()
  await none(still).waitFor()
  expect((await ask(phone)).status).toBe(404)
})

test('the page can be used by everybody: with a picture, while asked, and with a file it cannot read', async () => {
  const { phone, page, path } = await openPhotoPage()
  await take(page, await makePicture(page))
  await expect.poll(async () => (await ask(phone)).status).toBe(200)
  await arrange(page, network().url, pairwise[0])
  await page.goto(path, { waitUntil: 'networkidle' })
  await shown(page).waitFor()
  expect(await findInLooks(page)).toEqual({})
  await buttonOf(page, '사진 빼기').click()
  const file = { name: 'x.heic', mimeType: 'image/heic', buffer: Buffer.from('x') }
  await page.getByLabel('사진첩 열기').setInputFiles(file)
  await page.getByRole('alert').getByText('이 사진은').waitFor()
  expect(await findInLooks(page)).toEqual({})
})
