import type { Browser, BrowserContext, Page } from 'playwright'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { readWithIcalJs } from '../../../app/features/medication/calendar/test-readers'
import { openBrowser } from '../support/browser'
import { medicinesSince, send } from '../support/medicines'
import { startServer, type RunningServer } from '../support/server'
import { openNetwork, type Network } from './network'
import { takePhone, visit } from './phone'

let server: RunningServer
let browser: Browser
let network: Network
let phone: BrowserContext

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

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
const link = (page: Page, name: string) => page.getByRole('link', { name, exact: true })

async function withMedicines(options: Parameters<Browser['newContext']>[0] = {}) {
  phone = await takePhone(browser, network, options)
  await send(phone, network.url, medicinesSince(4))
}

/** What is put into the calendar by following a link. */
async function putIn(page: Page, name: string): Promise<string> {
  const [download] = await Promise.all([page.waitForEvent('download'), link(page, name).click()])
  expect(download.suggestedFilename()).toBe('gyeote.ics')
  const chunks: Buffer[] = []
  for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString('utf8')
}

const minutesOf = (file: string) =>
  new Set(readWithIcalJs(file).map((instant) => (instant / 60_000 + 540) % 1440))
const fileOfServer = async () => (await phone.request.get('/medication/calendar.ics')).text()

test('in airplane mode: put in, told of what has changed since, deleted, put in anew', async () => {
  await withMedicines()
  await (await visit(phone)).close()
  network.feel('dead')
  network.asked.length = 0
  const page = await phone.newPage()
  await page.goto('/medication')
  await link(page, '휴대폰 달력에 넣기').click()
  await page.getByRole('heading', { level: 1, name: '휴대폰 달력에 넣기' }).waitFor()
  await page.getByText('오전 8시 아침 약').waitFor()
  const first = await putIn(page, '달력에 넣기')
  await page.getByText('달력이 열리면 저장을 눌러 주세요.').waitFor()
  await page.getByText('달력에 넣었어요', { exact: true }).waitFor()
  expect(minutesOf(first)).toEqual(new Set([480, 1110]))
  expect(first).not.toMatch(/당뇨|혈압/)
  expect(network.asked).not.toContain('GET /medication/calendar.ics')

  // The phone remembers, also after a restart; another hour waits to be sent and counts already.
  await page.close()
  const later = await phone.newPage()
  await later.goto('/medication/hours')
  await later.getByLabel('아침').fill('07:10')
  await button(later, '시간 적어 두기').click()
  await later.getByText('휴대폰 달력에 옛 알림이 남아 있어요.').waitFor()
  await link(later, '달력 고치기').click()
  await later.getByRole('heading', { name: '먼저 옛 알림을 지워요' }).waitFor()
  await button(later, '옛 알림을 다 지웠어요').click()
  await later.getByText('지웠다고 적어 두었어요.').waitFor()
  const second = await putIn(later, '달력에 넣기')
  expect(minutesOf(second)).toContain(430)
  await later.getByText('달력에 넣었어요', { exact: true }).waitFor()
  await later.reload()
  await later.getByText('달력에 넣었어요', { exact: true }).waitFor()

  // What the server hands out where there is no worker is the same, octet for octet.
  network.feel('well')
  await later.goto('/')
  await expect.poll(async () => minutesOf(await fileOfServer())).toContain(430)
  await later.goto('/medication/calendar')
  const before = await fileOfServer()
  const third = await putIn(later, '다시 넣기')
  expect([before, await fileOfServer()]).toContain(third)
})

test('in hospital: the way to delete is shown, and nothing is offered to be put in', async () => {
  await withMedicines()
  const page = await visit(phone)
  await page.goto('/medication/calendar')
  await putIn(page, '달력에 넣기')
  await page.goto('/medication/pause')
  await page.getByLabel('지금부터').check()
  await button(page, '모두 쉬기').click()
  await page.getByText('휴대폰 달력에 옛 알림이 남아 있어요.').waitFor()
  await link(page, '지우는 법 보기').click()
  await page.getByRole('heading', { name: '먼저 옛 알림을 지워요' }).waitFor()
  await page.getByText('지금은 알려 드릴 약이 없어요.').waitFor()
  expect(await link(page, '새로 넣기').count()).toBe(0)
  await button(page, '옛 알림을 다 지웠어요').click()
  await page.getByText('더 하실 일은 없어요.').waitFor()
  // Whoever asks for the file itself is led back to the page that explains.
  await page.goto('/medication/calendar.ics')
  await page.getByText('지금은 알려 드릴 약이 없어요.').waitFor()
  await page.goto('/medication')
  expect(await page.getByText('달력과 달라졌어요').count()).toBe(0)
})

test('without scripts the file comes from the server', async () => {
  await withMedicines({ javaScriptEnabled: false })
  const page = await phone.newPage()
  await page.goto('/medication/calendar')
  await page.getByText('오전 8시 아침 약').waitFor()
  expect(minutesOf(await putIn(page, '달력에 넣기'))).toEqual(new Set([480, 1110]))
})

test('the share sheet is the second way, and one that refuses is no dead end', async () => {
  await withMedicines()
  const page = await phone.newPage()
  await page.addInitScript(() => {
    let asked = 0
    Object.assign(navigator, {
      canShare: ({ files }: ShareData) => files?.[0]?.name.endsWith('.ics') === true,
      share: async ({ files }: ShareData) => {
        asked += 1
        if (asked === 1) throw new DOMException('closed', 'AbortError')
        if (asked === 2) throw new DOMException('no such files', 'NotAllowedError')
        document.title = (await files?.[0]?.text()) ?? ''
      },
    })
  })
  await page.goto('/medication/calendar')
  const share = button(page, '다른 앱으로 보내기')
  await share.click()
  expect(await page.getByText('이 휴대폰은 못 보내요').count()).toBe(0)
  await share.click()
  await page.getByText('이 휴대폰은 못 보내요. 위 단추를 눌러 주세요.').waitFor()
  expect(await page.getByText('달력에 넣었어요', { exact: true }).count()).toBe(0)
  await share.click()
  await page.getByText('달력에 넣었어요', { exact: true }).waitFor()
  expect(await page.title()).toContain('BEGIN:VCALENDAR')
})

test('inside KakaoTalk there is a way out to the phone’s own browser', async () => {
  await withMedicines({
    userAgent:
      'Mozilla/5.0 (Linux; Android 13; SM-A136S) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/120.0.0.0 Mobile Safari/537.36 KAKAOTALK 10.4.5',
  })
  const page = await phone.newPage()
  await page.goto('/medication/calendar')
  await page.getByText('여기서는 달력에 못 넣을 수 있어요.').waitFor()
  expect(await link(page, '인터넷에서 열기').getAttribute('href')).toMatch(
    /^kakaotalk:\/\/web\/openExternal\?url=.*%2Fmedication%2Fcalendar$/,
  )
})
