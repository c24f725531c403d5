import type { Page } from 'playwright'
import { expect, test } from 'vitest'
import { countDeeds, readData } from './offline/phone'
import { openFamilyScene, showNothing } from './support/family-scene'
import { checkLooks, choose } from './support/family-steps'
import { messages } from './support/messages'

const { askedFamily, elsewhere, network, theirUrl } = openFamilyScene({
  theirScreen: { width: 360, height: 800 },
})

async function shareDanger(page: Page) {
  await page.getByRole('radio', { name: '딸' }).check()
  await page.getByRole('radio', { name: '하나씩 고를게요' }).check()
  await page.getByRole('checkbox', { name: '위험한 문자' }).check()
  await page.getByRole('radio', { name: '보기만' }).check()
  await page.getByRole('button', { name: '보여 줄게요' }).click()
  await page.getByText('보이는 것:').waitFor()
}

async function check(page: Page, text: string, level: string) {
  await page.getByLabel('받은 글').fill(text)
  await page.getByRole('button', { name: '살펴보기' }).click()
  await page.locator(`[data-level=${level}]`).waitFor()
}

test('found without a network, the family’s open page says it within 30 s of one', async () => {
  const { phone, page, theirs, daughters } = await askedFamily()
  await shareDanger(page)
  await theirs
    .getByText('위험한 문자를 확인하시면 여기에 바로 보여요.')
    .waitFor({ timeout: 30_000 })
  await page.goto('/')
  await page.waitForLoadState('networkidle')
  network().feel('dead')
  await page.goto('/scam-check')
  await page.getByText('위험하면 김미영 님께 까닭만 바로 알려요.').waitFor()
  await check(page, messages.danger, 'danger')
  await page.getByText('인터넷이 되면 김미영 님께 알릴게요.').waitFor({ timeout: 30_000 })
  const call = page.getByRole('link', { name: '김미영 님께 전화하기' })
  expect(await call.getAttribute('href')).toBe(`tel:${daughters}`)
  await page.reload()
  await page.getByText('인터넷이 되면 김미영 님께 알릴게요.').waitFor({ timeout: 30_000 })
  network().feel('well')
  const heading = theirs.getByRole('heading', { name: /의심 문자를 확인했어요$/ })
  await page.getByText('김미영 님께 알렸어요.').waitFor({ timeout: 60_000 })
  const sentAt = Date.now()
  await heading.waitFor({ timeout: 30_000 })
  expect(Date.now() - sentAt).toBeLessThan(30_000)
  const card = theirs.getByRole('article').first()
  await card.getByText('택배 사칭').waitFor()
  const words = await card.innerText()
  expect(words).not.toMatch(/cj-post|1234-5678|주소 오류로/)
  expect((await readData(phone))?.tables.scam_alerts).toHaveLength(1)
})

test('both pages read well in every look, the senior’s and the relative’s', async () => {
  const { page, theirs } = await askedFamily()
  await shareDanger(page)
  await page.goto('/scam-check')
  await check(page, messages.danger, 'danger')
  await page.getByText('김미영 님께 알렸어요.').waitFor({ timeout: 30_000 })
  await checkLooks(page, network().url)
  await theirs.reload()
  await theirs.getByRole('heading', { name: /의심 문자를 확인했어요$/ }).waitFor()
  await checkLooks(theirs, theirUrl())
})

test('kept it is once, told it is once; seen or taken back it is gone', async () => {
  const { phone, page, theirs } = await askedFamily()
  await shareDanger(page)
  const heading = theirs.getByRole('heading', { name: /의심 문자를 확인했어요$/ })
  await page.goto('/scam-check')
  await check(page, messages.danger, 'danger')
  await page.getByText('김미영 님께 알렸어요.').waitFor({ timeout: 30_000 })
  await page.getByRole('button', { name: '결과 적어 두기' }).click()
  await page.getByText('적어 두었어요.', { exact: true }).waitFor()
  await page.reload()
  await page.getByText('적어 두었어요.', { exact: true }).waitFor()
  expect(await page.getByRole('button', { name: '결과 적어 두기' }).count()).toBe(0)
  await expect.poll(async () => (await readData(phone))?.tables.scam_checks?.length).toBe(1)
  expect((await readData(phone))?.tables.scam_alerts).toHaveLength(1)

  await heading.waitFor({ timeout: 30_000 })
  await theirs.getByRole('button', { name: '봤어요' }).click()
  await heading.waitFor({ state: 'detached' })
  await page.getByRole('link', { name: '다른 것 살펴보기' }).click()
  await check(page, `${messages.danger} 오늘까지`, 'danger')
  await page.getByText('김미영 님께 알렸어요.').waitFor({ timeout: 30_000 })
  await heading.waitFor({ timeout: 30_000 })
  await showNothing(page)
  await heading.waitFor({ state: 'detached', timeout: 30_000 })
})

test('without the consent nothing is sent; the family may still be shown it by a tap', async () => {
  const { phone, page, daughters } = await askedFamily()
  await choose(page, '약과 배움')
  await page.goto('/scam-check')
  await page.waitForLoadState('networkidle')
  await check(page, messages.danger, 'danger')
  await page.getByText('가족에게 보이기', { exact: true }).click()
  const text = page.getByRole('link', { name: '김미영 님께 문자로' })
  const href = decodeURIComponent((await text.getAttribute('href')) ?? '')
  expect(href.startsWith(`sms:${daughters}?`)).toBe(true)
  expect(href).toContain('누르지 마세요.')
  expect(href).not.toContain('010-1234-5678')
  await page.getByRole('link', { name: '다른 분께 보이기' }).waitFor()
  await page.waitForTimeout(4_000)
  expect(await page.getByText(/알렸어요|알릴게요/).count()).toBe(0)
  expect(await countDeeds(page, 'waiting')).toBe(0)
  expect((await readData(phone))?.tables.scam_alerts).toEqual([])
})

test('what is taken back while the phone knows nothing of it is said to the senior, and told to nobody', async () => {
  const { phone, page } = await askedFamily()
  await shareDanger(page)
  await page.goto('/scam-check')
  await page.getByText('위험하면 김미영 님께 까닭만 바로 알려요.').waitFor()
  network().feel('dead')
  await check(page, messages.danger, 'danger')
  await page.getByText('인터넷이 되면 김미영 님께 알릴게요.').waitFor({ timeout: 30_000 })
  // On the senior's other device, which reaches the server by another way.
  const cookies = await phone.cookies()
  const other = await elsewhere()
  await other.context().addCookies(cookies)
  await other.goto('/me/family')
  await other.getByRole('button', { name: '연결 끝내기' }).click()
  await other.getByText('연결한 가족이 없어요').waitFor()
  network().feel('well')
  await page.getByText('가족에게 알리지 못했어요.', { exact: false }).first().waitFor({
    timeout: 60_000,
  })
  expect((await readData(phone))?.tables.scam_alerts).toEqual([])
})
