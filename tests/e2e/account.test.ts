import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser } from './support/browser'
import { finishTodaysCard, newestCode, signIn } from './support/deeds'
import { startServer, type RunningServer } from './support/server'

let server: RunningServer
let browser: Browser

beforeAll(async () => {
  server = await startServer()
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

async function visit(): Promise<Page> {
  const context = await browser.newContext({ baseURL: server.url })
  return context.newPage()
}

test('a number is tied without losing anything, and opens the same history on another phone', async () => {
  const phone = await visit()
  await finishTodaysCard(phone)
  await signIn(phone, '010-2222-3333')
  await phone.getByText('함께한 날 1일').waitFor()

  const other = await visit()
  await signIn(other, '+82 10 2222 3333')
  await other.getByText('함께한 날 1일').waitFor()
  await other.goto('/me/devices')
  expect(await other.getByRole('article').count()).toBe(2)
  await other.getByRole('link', { name: '새 전화기예요' }).click()
  await other.getByRole('button', { name: '로그아웃하기' }).click()
  await other.getByText('에서 로그아웃했어요').waitFor()
  await other.goto('/me/devices')
  expect(await other.getByRole('article').count()).toBe(1)
  await expect
    .poll(async () => (await phone.context().request.get('/me/data')).status(), { timeout: 25_000 })
    .toBe(401)
  await phone.context().close()
  await other.context().close()
})

test('a history begun without a number joins the one that the number already has', async () => {
  const first = await visit()
  await finishTodaysCard(first)
  await signIn(first, '01044445555')
  await first.context().close()

  const second = await visit()
  await second.goto('/learn/parcel-text-link')
  const sent = second.waitForResponse('**/outbox')
  await second.getByRole('button', { name: '주문한 가게 앱에서 봐요' }).click()
  expect((await sent).status()).toBe(200)
  await signIn(second, '01044445555')
  const data = (await (await second.context().request.get('/me/data')).json()) as {
    tables: Record<string, { card_id?: string }[]>
  }
  expect(data.tables.card_completions?.map((row) => row.card_id).sort()).toEqual([
    'parcel-text-link',
    'text-larger',
  ])
  await second.context().close()
})

test('a wrong number and a wrong code are explained, and what was typed stays', async () => {
  const page = await visit()
  await page.goto('/sign-in')
  await page.getByLabel('전화번호').fill('010-12')
  await page.getByRole('button', { name: '인증번호 받기' }).click()
  await page.getByRole('alert').waitFor()
  expect(await page.getByLabel('전화번호').inputValue()).toBe('010-12')
  await page.getByLabel('전화번호').fill('010 6666 7777')
  await page.getByRole('button', { name: '인증번호 받기' }).click()
  const right = await newestCode(page)
  await page.getByLabel('인증번호 여섯 자리').fill(right === '111111' ? '222222' : '111111')
  await page.getByRole('button', { name: '확인하기' }).click()
  await page.getByRole('alert').getByText('숫자가 달라요').waitFor()
  expect(page.url()).not.toContain('6666')
  await page.context().close()
})

test('an account is deleted after one question, and that can be undone', async () => {
  const page = await visit()
  await finishTodaysCard(page)
  await page.goto('/me/delete')
  const told = await page.getByRole('main').innerText()
  for (const lost of ['약 기록', '약 사진', '응급 카드', '배운 기록', '점수', '가족'])
    expect(told).toContain(lost)
  await page.getByRole('button', { name: '계정 지우기' }).click()
  await page.getByText('계정이 지워져요.').waitFor()
  await page.getByRole('button', { name: '지우지 않기' }).click()
  await page.getByText('계정이 지워져요.').waitFor({ state: 'detached' })
  await page.context().close()
})

test('signing out without a number says that the record is gone, and wipes the phone', async () => {
  const page = await visit()
  await finishTodaysCard(page)
  await page.goto('/me/sign-out')
  await page.getByRole('heading', { name: '기록이 사라져요. 나갈까요?' }).waitFor()
  await page.getByRole('button', { name: '나가기' }).click()
  await page.waitForURL(`${server.url}/`)
  expect((await page.context().cookies()).map(({ name }) => name)).toEqual([])
  await page.getByRole('link', { name: '배우기' }).waitFor()
  await page.context().close()
})
