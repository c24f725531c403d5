import type { Page } from 'playwright'
import { expect, test } from 'vitest'
import { openFamilyScene, showNothing } from './support/family-scene'
import { checkLooks, choose } from './support/family-steps'

const { askedFamily, network } = openFamilyScene({
  theirScreen: { width: 1280, height: 800 },
})

/** A senior's phone, and a daughter who is linked and sees nothing yet. */
async function family() {
  const asked = await askedFamily()
  await choose(asked.page, '안 보여 드려요')
  return asked
}

async function show(page: Page, kinds: readonly string[]) {
  await page.goto('/me/family')
  await page.getByRole('link', { name: '보이는 것 바꾸기' }).click()
  await page.getByRole('radio', { name: '하나씩 고를게요' }).check()
  for (const kind of kinds) await page.getByRole('checkbox', { name: kind }).check()
  await page.getByRole('button', { name: '이대로 바꾸기' }).click()
  await page.getByText(`보이는 것: ${kinds.join(', ')}`).waitFor()
}

const opened = (theirs: Page) => theirs.getByText('오늘 열어 보셨어요.')
const tellings = () => network().asked.filter((one) => one === 'POST /family/opened').length

test('오늘 열어 보셨어요 stands with its consent, and is gone from an open page within 30 s', async () => {
  const { page, theirs } = await family()
  await page.goto('/')
  await page.waitForLoadState('networkidle')
  expect(tellings()).toBe(0)

  await show(page, ['오늘 열어 보셨는지'])
  await theirs.goto('/family')
  await theirs.getByText('이어져 있어요. 소식이 생기면 여기에 보여요.').waitFor()
  expect(await opened(theirs).count()).toBe(0)
  await page.goto('/')
  await opened(theirs).waitFor({ timeout: 30_000 })
  expect(tellings()).toBeGreaterThan(0)
  // Neither when it was, nor anything of another day.
  expect(await theirs.getByRole('article').innerText()).not.toMatch(/오전|오후|시에|어제/)

  await showNothing(page)
  const changedAt = Date.now()
  await opened(theirs).waitFor({ state: 'detached', timeout: 30_000 })
  expect(Date.now() - changedAt).toBeLessThan(30_000)
})

test('opened without a network, it is told as soon as there is one on the same page', async () => {
  const { page, theirs } = await family()
  await page.goto('/')
  await page.waitForLoadState('networkidle')
  await show(page, ['오늘 열어 보셨는지'])
  network().feel('dead')
  await page.goto('/')
  await page.getByRole('button', { name: '오늘은 괜찮아요' }).waitFor()
  await theirs.goto('/family')
  await theirs.getByText('이어져 있어요.').waitFor()
  expect(await opened(theirs).count()).toBe(0)
  network().feel('well')
  await page.evaluate(() => dispatchEvent(new Event('online')))
  await opened(theirs).waitFor({ timeout: 40_000 })
})

test('who looked stands in the settings of the senior, by person', async () => {
  const { page, theirs } = await family()
  await show(page, ['배움'])
  await page.getByText('아직 보신 적이 없어요.').waitFor()
  await theirs.goto('/family')
  await theirs.getByText('오늘 배움은 아직이에요.').waitFor()
  await theirs.reload()
  await page.reload()
  await page.getByText('김미영 님이 오늘 보셨어요.').waitFor()
  expect(await page.getByText(/지난 30일에/).count()).toBe(0)
  await checkLooks(page, network().url)
})
