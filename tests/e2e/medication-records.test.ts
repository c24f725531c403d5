import type { Browser, BrowserContext, Page } from 'playwright'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { openNetwork, type Network } from './offline/network'
import { readData, takePhone, visit } from './offline/phone'
import { openBrowser } from './support/browser'
import { giveMedicines } from './support/give-medicines'
import {
  answer,
  dayPathOf,
  facts,
  medicinesSince,
  monthPathOf,
  pouch,
  send,
  todayInSeoul,
  unanswered,
} from './support/medicines'
import { startServer, type RunningServer } from './support/server'
import { tornWords } from './support/torn-words'

let server: RunningServer
let browser: Browser
let network: Network
let phone: BrowserContext
const today = todayInSeoul()
const yesterday = today - 1

beforeAll(async () => {
  server = await startServer()
  browser = await openBrowser()
  network = await openNetwork(server.url)
})
afterEach(async () => {
  await phone.close()
  network.feel('well')
})
afterAll(async () => {
  await browser?.close()
  await network?.close()
  await server?.stop()
})

const morning = (page: Page) => page.getByRole('region', { name: '아침 당뇨약 봉지' })

async function withMedicines(options: Parameters<Browser['newContext']>[0] = {}) {
  phone = await takePhone(browser, network, options)
  await send(phone, network.url, medicinesSince(26))
}

async function correct(page: Page, word: string, time?: string) {
  await morning(page).getByText('고치기', { exact: false }).click()
  if (time !== undefined) await morning(page).getByLabel('드신 시간').fill(time)
  await morning(page).getByRole('button', { name: word, exact: true }).click()
}

test('an answer is corrected from the history, and what was said before stays with it', async () => {
  await withMedicines()
  const page = await phone.newPage()
  await page.goto(monthPathOf(yesterday))
  await page.getByRole('link', { name: /어제/ }).click()
  await morning(page).getByText('오전 8시 5분에 드셨어요.').waitFor()
  await correct(page, '안 먹었어요')
  await morning(page).getByText('안 드신다고 하셨어요.', { exact: true }).waitFor()
  await morning(page).getByText('처음에는 오전 8시 5분에 드셨다고 하셨어요.').waitFor()
  await correct(page, '먹었어요', '09:10')
  await morning(page).getByText('오전 9시 10분에 드셨어요.').waitFor()
  await expect.poll(async () => (await answersOf(yesterday)).length).toBe(3)

  await page.reload()
  await morning(page).getByText('그다음에는 안 드신다고 하셨어요.').waitFor()
  await correct(page, '먹었어요', '')
  await morning(page).getByText('드신 시간이 비었어요.').waitFor()
  expect((await answersOf(yesterday)).length).toBe(3)
})

const answersOf = async (day: number) =>
  ((await readData(phone))?.tables.answers ?? []).filter(
    (row) => row.care_date === day && row.slot_id === 'morning' && row.course_id === pouch,
  )

test('two records that differ are asked about once, without JavaScript too', async () => {
  await withMedicines({ javaScriptEnabled: false })
  await send(phone, network.url, [facts({ answers: [answer(pouch, yesterday, 'morning', null)] })])
  const page = await phone.newPage()
  await page.goto(dayPathOf(yesterday))
  await morning(page).getByText('두 기록이 달라요').waitFor()
  await morning(page).getByRole('button', { name: '기억이 안 나요' }).click()
  await morning(page).getByText('기억이 안 난다고 하셨어요.', { exact: true }).waitFor()
  expect(await morning(page).getByText('두 기록이 달라요').count()).toBe(0)
  expect(await morning(page).getByRole('listitem').count()).toBe(2)
})

test('the history, the file and the emergency sheet open without a network, and take corrections', async () => {
  await withMedicines()
  const page = await visit(phone)
  await page.goto(monthPathOf(yesterday))
  // Kept last, when everything of these medicines is on the phone.
  const isKept = (path: string) => caches.match(path).then((kept) => kept !== undefined)
  await expect.poll(() => page.evaluate(isKept, monthPathOf(yesterday))).toBe(true)
  await page.goto('/emergency/edit')
  await page.getByLabel('알레르기').fill('페니실린')
  await page.getByLabel('보호자 전화번호').fill('010-12')
  await page.getByRole('button', { name: '적어 두기' }).click()
  await page.getByRole('alert').getByText('전화번호 숫자가 모자라요').waitFor()
  expect(await page.getByLabel('알레르기').inputValue()).toBe('페니실린')
  await page.getByLabel('보호자 전화번호').fill('010-1234-5678')
  await page.getByRole('button', { name: '적어 두기' }).click()
  await page.getByText('적어 두었어요.', { exact: true }).waitFor()
  await expect
    .poll(async () => (await readData(phone))?.tables.emergency_sheets?.length ?? 0)
    .toBe(1)
  await page.waitForLoadState('networkidle')
  await page.close()

  network.feel('dead')
  const cold = await phone.newPage()
  await cold.goto('/')
  await cold.getByRole('link', { name: '도움' }).first().click()
  await cold.getByRole('link', { name: '응급 카드' }).click()
  await cold.getByText('페니실린').waitFor()
  await cold.getByText('혈압약').waitFor()
  await cold.locator('a[href="tel:010-1234-5678"]').waitFor()
  await cold.locator('a[href="tel:119"]').waitFor()
  await cold.reload()
  await cold.getByText('페니실린').waitFor()

  await cold.goto(monthPathOf(yesterday))
  await cold.getByRole('link', { name: /어제/ }).click()
  await correct(cold, '안 먹었어요')
  await morning(cold).getByText('처음에는 오전 8시 5분에 드셨다고 하셨어요.').waitFor()
  await cold.getByRole('link', { name: /기록 보기/ }).click()
  await cold.getByRole('link', { name: /어제/ }).getByText('안 드신다고 하셨어요').waitFor()
  await cold.goto('/medication/report')
  expect(await downloaded(cold)).toContain('당뇨약 봉지,1포,안 드신다고 하셨어요,,1\r\n')

  network.feel('well')
  await cold.goto('/')
  await expect.poll(async () => (await answersOf(yesterday)).length).toBe(2)
})

test('the emergency sheet is on a phone on which nobody has opened it yet', async () => {
  await withMedicines()
  const unsaid = { illnesses: null, bloodType: null, doctor: null, doctorPhone: null, notes: null }
  const payload = { allergies: '페니실린', guardianName: null, guardianPhone: null, ...unsaid }
  await send(phone, network.url, [{ type: 'save_emergency_sheet', payload }])
  const second = await takePhone(browser, network, { storageState: await phone.storageState() })
  // A second page that opens while the worker begins would not be its own.
  const brought = second.waitForEvent('response', (response) =>
    response.url().includes('/emergency.data'),
  )
  await visit(second)
  await (await brought).finished()

  network.feel('dead')
  const cold = await second.newPage()
  await cold.goto('/emergency')
  await cold.getByText('페니실린').waitFor()
  await second.close()
})

test.each([{ javaScriptEnabled: true }, { javaScriptEnabled: false }])(
  'what was taken when it was needed is taken back from the history (%o)',
  async (options) => {
    await withMedicines(options)
    const page = await phone.newPage()
    await page.goto(dayPathOf(today - 3))
    const section = page.getByRole('region', { name: '필요할 때 드신 약' })
    await section.getByText('고치기').click()
    await section.getByRole('button', { name: '안 먹었어요, 지울게요' }).click()
    await section.waitFor({ state: 'detached' })
    await expect.poll(async () => (await readData(phone))?.tables.retractions?.length ?? 0).toBe(1)
    expect((await readData(phone))?.tables.intakes).toHaveLength(2)
  },
)

async function downloaded(page: Page): Promise<string> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: '표 파일로 받기' }).click(),
  ])
  expect(download.suggestedFilename()).toMatch(/^gyeote-\d{4}-\d{2}-\d{2}\.csv$/)
  const chunks: Buffer[] = []
  for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString('utf8')
}

test('the report prints on A4 with its questions, and its file is the same from the server', async () => {
  await withMedicines()
  const page = await phone.newPage()
  await page.goto('/medication/report?days=90')
  await page.getByLabel('의사께 여쭤볼 말').fill('저녁에 먹어도 되나요?')
  await page.getByRole('link', { name: '30일치' }).click()
  await page.getByRole('heading', { name: '지난 30일 기록' }).waitFor()
  const fromPage = await downloaded(page)
  const fromServer = await (await phone.request.get('/medication/report.csv?days=30')).text()
  expect(fromPage).toBe(fromServer)
  expect(fromPage.split('\r\n').length).toBeGreaterThan(70)

  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
  // A4 in points, and at most a summary and a page of days.
  expect(pdf).toMatch(/\/MediaBox \[0 0 59[45]\.\d+ 84[12]/)
  expect(pdf.match(/\/Type \/Page\b/g)?.length).toBe(2)
  await page.emulateMedia({ media: 'print' })
  const seen = await page.locator('body').innerText()
  for (const words of [
    '저녁에 먹어도 되나요?',
    '아침 식사 뒤 30분에 한 알',
    '날마다 하신 답',
    '드심',
  ])
    expect(seen).toContain(words)
  for (const words of ['종이로 뽑기', '배움', '내 정보', '다른 곳으로 보내지 않아요'])
    expect(seen).not.toContain(words)
  expect(seen).not.toMatch(/%|놓/)

  await page.emulateMedia({ media: 'screen' })
  await page.reload()
  await expect
    .poll(() => page.getByLabel('의사께 여쭤볼 말').inputValue())
    .toBe('저녁에 먹어도 되나요?')
  expect(JSON.stringify(await readData(phone))).not.toContain('저녁에 먹어도')
})

test('on paper no word of the table is torn, however many times of day there are', async () => {
  await withMedicines()
  for (const minutesAgo of [420, 360, 300, 240, 180, 120, 60, 5])
    await giveMedicines(phone, network.url, { minutesAgo })
  // Beside those of each morning and evening that have an answer, so that each is named.
  await send(phone, network.url, [facts(unanswered(5, today - 9))])
  const page = await phone.newPage()
  await page.goto('/medication/report')
  await page.emulateMedia({ media: 'print' })
  // A4 without its margins, in CSS pixels.
  await page.setViewportSize({ width: 695, height: 1000 })
  const table = page.locator('.day-table')
  await table.waitFor()
  expect(await tornWords(table)).toEqual([])
  const { wide, room, size } = await table.evaluate((element) => ({
    wide: element.scrollWidth,
    room: element.parentElement?.clientWidth ?? 0,
    size: parseFloat(getComputedStyle(element).fontSize),
  }))
  expect(wide).toBeLessThanOrEqual(room)
  // 11 pt.
  expect(size).toBeGreaterThanOrEqual(44 / 3)
})

test('the next visit is the run-out day until one is set, moved and called off', async () => {
  await withMedicines()
  const page = await phone.newPage()
  await page.goto('/medication/visits')
  await page.getByText('약이 끝나는 날').waitFor()
  const dateOf = (day: number) => new Date(day * 86_400_000).toISOString().slice(0, 10)
  const form = page.getByRole('region', { name: '가실 날 적기' })
  await form.getByLabel('가실 날').fill(dateOf(today - 3))
  await form.getByLabel('병원 이름').fill('서울내과')
  await form.getByRole('button', { name: '적어 두기' }).click()
  await page.getByRole('alert').getByText('지난 날짜예요').waitFor()
  expect(await form.getByLabel('병원 이름').inputValue()).toBe('서울내과')
  await form.getByLabel('가실 날').fill(dateOf(today + 9))
  await form.getByRole('button', { name: '적어 두기' }).click()
  await page.getByText('적어 두었어요.', { exact: true }).waitFor()
  await page.getByText('서울내과').waitFor()
  expect(await page.getByText('약이 끝나는 날').count()).toBe(0)

  await page.getByText('바꾸기').click()
  const visitCard = page.locator('section', { hasText: '서울내과' }).first()
  await visitCard.getByLabel('시간').fill('10:30')
  await visitCard.getByRole('button', { name: '적어 두기' }).click()
  await page.getByRole('heading', { name: /오전 10시 30분/ }).waitFor()
  await page.getByRole('button', { name: '없던 일로' }).click()
  await page.getByText('약이 끝나는 날').waitFor()
  await expect.poll(async () => (await readData(phone))?.tables.clinic_visits?.length).toBe(2)
  await expect.poll(async () => (await readData(phone))?.tables.retractions?.length).toBe(2)
})
