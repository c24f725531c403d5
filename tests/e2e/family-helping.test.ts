import type { BrowserContext, Page } from 'playwright'
import { expect, test } from 'vitest'
import { readData } from './offline/phone'
import { signIn } from './support/deeds'
import { openFamilyScene } from './support/family-scene'
import { askFor, checkLooks, choose, photographCode } from './support/family-steps'

const scene = openFamilyScene()
const { newNumber, phone } = scene
const seniorWithMedicine = () => scene.senior({ medicines: true })

/** The daughter’s first page, linked side by side as who helps. */
async function besideWhoHelps(page: Page): Promise<Page> {
  await page.goto('/me/family/invite')
  await page.getByRole('button', { name: '그림 열기' }).click()
  const address = await photographCode(page)
  const theirs = await (await phone(scene.way())).newPage()
  await signIn(theirs, newNumber())
  await theirs.goto(address.replace(scene.network().url, scene.way().url))
  await theirs.getByLabel('내 이름').fill('김미영')
  await theirs.getByRole('button', { name: '부모님께 알리기' }).click()
  await page
    .getByRole('heading', { name: '김미영 님께 보여 드릴까요?' })
    .waitFor({ timeout: 30_000 })
  await page.getByText('바로 시작해요.').waitFor()
  await choose(page, '오늘 약만', '도와주기')
  await page.getByText(/도와주기 · /).waitFor()
  return theirs
}

const dataOf = async (context: BrowserContext, table: string) =>
  (await readData(context))?.tables[table] ?? []

test('who was linked side by side adds a medicine; the senior sees it, puts it back without a network, and it arrives', async () => {
  const { phone: senior, page } = await seniorWithMedicine()
  const theirs = await besideWhoHelps(page)
  await theirs.getByRole('link', { name: '약 챙겨 드리기' }).click({ timeout: 30_000 })
  await theirs.getByRole('link', { name: /혈압약/ }).waitFor()
  const list = theirs.url()
  await theirs.getByRole('link', { name: '약 넣기' }).click()
  await theirs.getByRole('link', { name: '약 하나를 자세히 적기' }).click()
  const name = theirs.getByLabel('약 이름')
  const save = theirs.getByRole('button', { name: '적어 두기' })
  await save.click()
  await theirs.getByText('약 이름이 비어 있어요.').first().waitFor()
  await name.fill('비타민')
  await theirs.getByLabel('한 번에').fill('1')
  await theirs.getByRole('checkbox', { name: '저녁' }).check()
  await theirs.getByRole('radio', { name: '매일' }).check()

  // Without a network nothing typed goes; an answer that is lost on the way makes no second medicine.
  scene.way().feel('dead')
  await save.click()
  await theirs.getByText('지금은 인터넷이 안 돼 저장하지 못했어요.').first().waitFor()
  await expect.poll(() => name.inputValue()).toBe('비타민')
  scene.way().feel('lossy')
  await save.click()
  const courses = async () => (await dataOf(senior, 'courses')).map(({ label }) => label).sort()
  await expect.poll(courses).toEqual(['비타민', '혈압약'])
  await theirs.getByText('저장하는 중이에요.').waitFor({ state: 'detached' })
  scene.way().feel('well')
  await expect.poll(() => name.inputValue()).toBe('비타민')
  await save.click()
  await theirs.getByRole('heading', { name: '비타민' }).waitFor()
  await theirs.getByText('적어 두었어요.').waitFor()
  expect(await courses()).toEqual(['비타민', '혈압약'])

  await page.goto('/')
  const card = page.getByRole('article', { name: /김미영 님이 비타민을 넣었어요 · 오늘/ })
  await card.getByText('없던 약이에요').waitFor()
  await card.getByText('언제: 매일 저녁').waitFor()
  await checkLooks(page, scene.network().url)
  await page.waitForLoadState('networkidle')
  scene.network().feel('dead')
  await page.reload()
  await card.getByRole('button', { name: '되돌리기' }).click()
  await card.getByText('되돌렸어요.').waitFor()
  await page.reload()
  await page.getByRole('button', { name: '먹었어요', exact: true }).waitFor()
  expect(await card.count()).toBe(0)
  await page.goto('/medication/changes')
  await card.getByText('되돌렸어요.').waitFor()

  await theirs.goto(list)
  const running = theirs.getByRole('region', { name: '드시는 약' })
  await running.getByRole('link', { name: /비타민/ }).waitFor()
  scene.network().feel('well')
  await theirs
    .getByRole('region', { name: '끝난 약' })
    .getByRole('link', { name: /비타민/ })
    .waitFor({ timeout: 60_000 })
  await running.getByRole('link', { name: /혈압약/ }).waitFor()

  // Nothing of it lies in the daughter’s browser.
  const kept = await theirs.evaluate(async () => {
    const found: string[] = []
    for (const cache of await caches.keys())
      for (const { url } of await (await caches.open(cache)).keys()) found.push(url)
    return found.filter((url) => new URL(url).pathname.startsWith('/family'))
  })
  expect(kept).toEqual([])
  const { pathname } = new URL(list)
  for (const path of [pathname, `${pathname}.data`, `${pathname}/new`])
    expect((await theirs.context().request.get(path)).headers()['cache-control'], path).toBe(
      'no-store',
    )
})

test('a pause and another hour are told; known and put back without a script', async () => {
  const { phone: senior, page } = await seniorWithMedicine()
  const theirs = await besideWhoHelps(page)
  await theirs.getByRole('link', { name: '약 챙겨 드리기' }).click({ timeout: 30_000 })
  await theirs.getByRole('link', { name: '약 시간' }).click()
  await theirs.getByLabel('아침').fill('09:30')
  await theirs.getByRole('button', { name: '시간 적어 두기' }).click()
  await theirs.getByText('시간을 적어 두었어요.').waitFor()
  await theirs.getByRole('link', { name: '약 모두 보기' }).click()
  await theirs.getByRole('link', { name: /혈압약/ }).click()
  await theirs.getByText('이 약 쉬기').click()
  await theirs.getByRole('radio', { name: '의사가 쉬라고 했어요' }).check()
  await theirs.getByRole('button', { name: '쉬기', exact: true }).dblclick()
  await theirs.getByText('쉬기로 했어요.').waitFor()
  await theirs.getByRole('button', { name: '다시 시작' }).waitFor()
  expect(await dataOf(senior, 'pauses')).toHaveLength(1)

  const plain = await phone(scene.network(), {
    javaScriptEnabled: false,
    storageState: await senior.storageState(),
  })
  const still = await plain.newPage()
  await still.goto('/')
  const hours = still.getByRole('article', { name: /김미영 님이 약 시간을 바꿨어요/ })
  await hours.getByText('아침 오전 8시').waitFor()
  await hours.getByText('아침 오전 9시 30분').waitFor()
  await hours.getByRole('button', { name: '알겠어요' }).click()
  await still.getByText('보신 것으로 적어 두었어요.').first().waitFor()
  await still.goto('/medication')
  const paused = still.getByRole('article', { name: /김미영 님이 혈압약을 쉬게 했어요/ })
  await paused.getByRole('button', { name: '되돌리기' }).click()
  await still.getByText('되돌렸어요. 전처럼 챙겨 드려요.').first().waitFor()
  await theirs
    .getByRole('button', { name: '다시 시작' })
    .waitFor({ state: 'detached', timeout: 30_000 })
  await theirs.getByText('이 약 쉬기').waitFor()
})

test('by number helping begins a day later: it says from when, and the page is closed until then and after', async () => {
  const { page, number } = await seniorWithMedicine()
  const theirs = await (await phone(scene.way())).newPage()
  await signIn(theirs, newNumber())
  await askFor(theirs, number)
  await page.goto('/me/family')
  await page.getByRole('link', { name: '보고 답하기' }).click()
  await page.getByText(/내일 .+부터 시작해요\./).waitFor()
  await page.getByRole('radio', { name: '딸' }).check()
  await page.getByRole('radio', { name: '안 보여 드려요' }).check()
  await page.getByRole('radio', { name: '도와주기' }).check()
  await page.getByRole('button', { name: '보여 줄게요' }).click()
  await page.getByText('도와주려면 오늘 약이 보여야 해요.').first().waitFor()
  await choose(page, '오늘 약만', '도와주기')

  await theirs.getByText(/내일 .+부터 약을 챙겨 드릴 수 있어요\./).waitFor({ timeout: 30_000 })
  const change = page.getByRole('link', { name: '보이는 것 바꾸기' })
  const path = `/family/${(await change.getAttribute('href'))?.split('/').at(-1)}/medication`
  await change.click()
  const answer = await theirs.goto(path)
  expect(answer?.status()).toBe(200)
  await theirs.getByRole('heading', { name: /내일 .+부터 도울 수 있어요/ }).waitFor()
  expect(await answer?.text()).not.toContain('혈압약')
  await checkLooks(theirs, scene.way().url)

  await checkLooks(page, scene.network().url)
  await page.getByRole('button', { name: '보기만' }).click()
  await page.getByText('보기만으로 바꿨어요.').waitFor()
  await theirs.getByText('보여 주시는 것이 없어요').waitFor({ timeout: 30_000 })
  expect((await theirs.goto(path))?.status()).toBe(404)
  expect((await theirs.goto(path.replace(/[0-9a-f]{4}\/m/, '0000/m')))?.status()).toBe(404)
  await page.goto('/me/family')
  await page.getByText('약: 보기만').waitFor()
})
