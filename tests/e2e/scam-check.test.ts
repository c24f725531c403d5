import type { Browser, BrowserContext, Page } from 'playwright'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { readData } from './offline/phone'
import { openPageBrowser } from './support/browser'
import { messages } from './support/messages'
import { startServer, type RunningServer } from './support/server'

let server: RunningServer
let browser: Browser
let phone: BrowserContext

beforeAll(async () => {
  server = await startServer({ env: { LOG_LEVEL: 'debug' } })
  browser = await openPageBrowser()
})
afterEach(() => phone?.close())
afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

async function open(path = '/scam-check', options: Parameters<Browser['newContext']>[0] = {}) {
  phone = await browser.newContext({
    baseURL: server.url,
    viewport: { width: 360, height: 740 },
    locale: 'ko-KR',
    timezoneId: 'Asia/Seoul',
    serviceWorkers: 'block',
    ...options,
  })
  const page = await phone.newPage()
  await page.goto(path, { waitUntil: 'networkidle' })
  return page
}

const look = (page: Page) => page.getByRole('button', { name: '살펴보기' }).click()
const level = (page: Page) => page.locator('[data-level]').getAttribute('data-level')

async function check(page: Page, text: string) {
  await page.getByLabel('받은 글').fill(text)
  await look(page)
  await page.locator('[data-level]').waitFor()
}

describe('a verdict', () => {
  test('of danger comes from the phone: what to do, the words, nothing to tap, one filled button', async () => {
    const page = await open()
    const asked: string[] = []
    page.on('request', (request) => asked.push(`${request.method()} ${request.url()}`))
    await check(page, messages.danger)
    expect(await page.locator('h1').innerText()).toBe('누르지 마세요.')
    expect(
      await page.locator('[data-level]').evaluate((box) => box === document.activeElement),
    ).toBe(true)
    expect(await page.getByText('택배 사칭').count()).toBe(1)
    const reasons = page.getByRole('region', { name: '왜 위험한가요?' }).getByRole('listitem')
    expect(await reasons.count()).toBeGreaterThan(0)
    expect(await reasons.count()).toBeLessThan(4)
    expect(await page.locator('mark').allInnerTexts()).toContainEqual(
      expect.stringContaining('cj-post.top/k2'),
    )
    expect(await page.locator('s').innerText()).toBe('010-1234-5678')
    const targets = await page
      .locator('main a')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''))
    expect(targets.filter((to) => to.startsWith('http') || to.startsWith('tel:0'))).toEqual([])
    expect(await page.locator('main .filled.control-pressed').allInnerTexts()).toEqual([
      '가족에게 보이기',
    ])
    // Nothing of the message goes anywhere, and nothing of it stands in the address.
    expect(asked.filter((one) => one.startsWith('POST'))).toEqual([])
    expect(new URL(page.url()).search).toBe('')
    expect((await phone.cookies()).map(({ name }) => name)).not.toContain('gyeote-session')
  })

  test('of caution says whom to ask, by a number of the list', async () => {
    const page = await open()
    await check(page, messages.caution)
    expect(await level(page)).toBe('caution')
    expect(await page.locator('h1').innerText()).toBe('잠깐만요.')
    const filled = page.locator('main .filled.control-pressed')
    expect(await filled.count()).toBe(1)
    expect(await filled.getAttribute('href')).toBe('tel:1394')
  })

  test('that found nothing is grey, has no tick and promises nothing', async () => {
    const page = await open()
    await check(page, messages.nothing)
    expect(await level(page)).toBe('nothing_found')
    expect(await page.locator('main').innerText()).toContain('안전하다는 뜻은 아니에요.')
    expect(await page.locator('main').innerText()).not.toContain('안전합니다')
    expect(await page.locator('main .filled').count()).toBe(0)
  })

  test('goes to the family by the share sheet, else by the clipboard, disarmed', async () => {
    const page = await open()
    await page.evaluate(() => {
      Object.assign(navigator, {
        share: ({ text }: { text: string }) => {
          document.body.dataset.shared = text
          return Promise.resolve()
        },
      })
    })
    await check(page, messages.danger)
    await page.getByRole('link', { name: '가족에게 보이기' }).click()
    const shared = await page.evaluate(() => document.body.dataset.shared ?? '')
    expect(shared).toContain('누르지 마세요.')
    expect(shared).toContain('cj-post[.]top/k2')
    expect(shared).not.toContain('010-1234-5678')
  })
})

test('newer knowledge is taken in the background; a broken, a torn and an older one change nothing', async () => {
  await open('/help')
  const url = '**/scam-check/knowledge?have=*'
  const sent = await (await phone.request.get('/scam-check/knowledge')).text()
  const newer = sent
    .replaceAll('"15771000"', '"15770000"')
    .replace(/"name":"[^"]*"/, '"name":"newer"')
  const older = sent
    .replaceAll('"15771000"', '"15772000"')
    .replace(/"name":"[^"]*"/, '"name":"older"')
    .replace(/"version":"\d{4}/, '"version":"2025')
  for (const other of [newer, older]) expect(other).not.toBe(sent)
  const message = '국민건강보험공단 안내 han.gl/abc'
  const askedNumber = async (page: Page) => {
    await check(page, message)
    return page.locator('main .filled.control-pressed').getAttribute('href')
  }
  for (const [body, number] of [
    ['{"v":1,"format":1,"name":"broken","lists":{},"model":{}}', 'tel:15771000'],
    [newer, 'tel:15770000'],
    [newer.slice(0, newer.length / 2), 'tel:15770000'],
    [older, 'tel:15770000'],
  ] as const) {
    const page = await phone.newPage()
    await page.route(url, (route) => route.fulfill({ status: 200, body }))
    const answered = page.waitForResponse(url)
    await page.goto('/scam-check')
    await answered
    await page.waitForTimeout(500)
    expect(await askedNumber(page)).toBe(number)
    await page.getByRole('link', { name: '다른 것 살펴보기' }).click()
    await page.waitForTimeout(500)
    await page.close()
  }
})

test('everything is done by the keyboard, and an empty form says what is missing', async () => {
  const page = await open()
  await look(page)
  await page.getByRole('alert').getByText('글이 비었어요').waitFor()
  await page.getByLabel('받은 글').focus()
  await page.keyboard.type(messages.danger)
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await page.locator('[data-level=danger]').waitFor()
})

test('what was typed survives a reload, the verdict too, and is gone when another is looked at', async () => {
  const page = await open()
  await page.getByLabel('받은 글').fill('아직 다 적지 못한')
  await page.waitForTimeout(500)
  await page.reload()
  await expect.poll(() => page.getByLabel('받은 글').inputValue()).toBe('아직 다 적지 못한')
  await check(page, messages.danger)
  await page.waitForTimeout(500)
  await page.reload()
  await page.locator('[data-level=danger]').waitFor()
  await page.getByRole('link', { name: '다른 것 살펴보기' }).click()
  expect(await page.getByLabel('받은 글').inputValue()).toBe('')
  await page.waitForTimeout(500)
  await page.reload({ waitUntil: 'networkidle' })
  expect(await page.getByLabel('받은 글').inputValue()).toBe('')
})

test('a copied message is pasted by a tap', async () => {
  const page = await open('/scam-check', { permissions: ['clipboard-read', 'clipboard-write'] })
  await page.evaluate((text) => navigator.clipboard.writeText(text), messages.danger)
  await page.getByRole('button', { name: '붙여 넣기' }).click()
  await expect.poll(() => page.getByLabel('받은 글').inputValue()).toBe(messages.danger)
})

test('a call is told in three questions', async () => {
  const page = await open('/scam-check/call')
  await page.getByRole('radio', { name: '검찰·경찰·금감원' }).check()
  await page.getByRole('checkbox', { name: '돈을 보내라' }).check()
  await page.getByRole('checkbox', { name: '말하지 말라고 했어요' }).check()
  await look(page)
  await page.locator('[data-level=danger]').waitFor()
  expect(await page.locator('h1').innerText()).toBe('전화를 끊으세요.')
  await page.getByRole('link', { name: '벌써 따랐어요' }).click()
  await page.getByText('지금 통화 중이세요?').waitFor()
})

describe('without JavaScript', () => {
  test('the server judges, keeps nothing, logs nothing, and writes nothing into an address', async () => {
    const page = await open('/scam-check', { javaScriptEnabled: false })
    await check(page, messages.danger)
    expect(await level(page)).toBe('danger')
    expect(new URL(page.url()).search).not.toContain('cj')
    expect(await page.locator('mark').count()).toBeGreaterThan(0)
    expect(server.output()).not.toContain('cj-post')
    expect(server.output()).not.toContain('010-1234-5678')
    await page.getByRole('link', { name: '다른 것 살펴보기' }).click()
    expect(await page.getByLabel('받은 글').inputValue()).toBe('')
  })

  test('a call, and a result that is kept and removed', async () => {
    const page = await open('/scam-check/call', { javaScriptEnabled: false })
    await page.getByRole('radio', { name: '검찰·경찰·금감원' }).check()
    await page.getByRole('checkbox', { name: '현금을 찾아 와라' }).check()
    await look(page)
    await page.locator('[data-level=danger]').waitFor()
    await page.getByRole('button', { name: '결과 적어 두기' }).click()
    await page.getByText('적어 두었어요.', { exact: true }).waitFor()
    await page.getByRole('link', { name: '적어 둔 것 보기' }).click()
    await page.getByText('검찰과 금융감독원 수사관입니다.').waitFor()
    await page.getByText('지우기', { exact: true }).click()
    await page.getByRole('button', { name: '네, 지울게요' }).click()
    await page.getByText('적어 둔 것이 없어요').waitFor()
  })

  test('what to do once it has happened is all there, and 신고하기 too', async () => {
    const page = await open('/scam-check/after?calling=no', { javaScriptEnabled: false })
    await page.getByRole('link', { name: '돈을 보냈어요' }).click()
    await page.locator('main a[href="tel:112"]').waitFor()
    await page.goto('/scam-check')
    await check(page, messages.danger)
    await page.getByText('신고하기', { exact: true }).click()
    const href = await page.getByRole('link', { name: '118에 문자로' }).getAttribute('href')
    expect(decodeURIComponent(href ?? '')).toMatch(
      /^sms:118\?&body=사기로 보이는 문자를 신고해요\./,
    )
  })

  test('a share sheet is answered by the server, and no other site can do the same', async () => {
    await open()
    const share = (headers: Record<string, string>) =>
      phone.request.post('/scam-check', { headers, multipart: { text: messages.danger } })
    const shared = await share({ 'Sec-Fetch-Site': 'none', Origin: 'null' })
    expect(shared.status()).toBe(200)
    expect(await shared.text()).toContain('data-level="danger"')
    for (const site of ['cross-site', 'same-site'])
      expect((await share({ 'Sec-Fetch-Site': site, Origin: 'null' })).status()).toBe(403)
  })
})

test('a result is kept by a tap, is on the list, and the trail says how a check ended', async () => {
  const page = await open()
  await check(page, messages.danger)
  expect(await readData(phone)).toBeNull()
  await page.getByRole('button', { name: '결과 적어 두기' }).click()
  await page.getByText('적어 두었어요.', { exact: true }).waitFor()
  await expect.poll(async () => (await readData(phone))?.tables.scam_checks?.length ?? 0).toBe(1)
  await page.getByRole('link', { name: '적어 둔 것 보기' }).click()
  await page.getByText('닮은 수법: 택배 사칭').waitFor()
  await page.goto('/scam-check')
  await page.getByRole('link', { name: '다른 것 살펴보기' }).click()
  await check(page, messages.nothing)
  const trail = async () =>
    ((await readData(phone))?.tables.audit_logs ?? []).filter((row) => row.action === 'scam_check')
  await expect.poll(trail).toMatchObject([{ details: { risk_level: 'nothing_found' } }])
  await page.goto('/scam-check/kept')
  await page.getByText('지우기', { exact: true }).click()
  await page.getByRole('button', { name: '네, 지울게요' }).click()
  await page.getByText('적어 둔 것이 없어요').waitFor()
  await expect.poll(async () => (await readData(phone))?.tables.scam_checks?.length).toBe(0)
})

describe('after it has happened', () => {
  test('the call comes first, and an installed app takes every call button away', async () => {
    const page = await open('/scam-check/after')
    await page.getByRole('link', { name: '네, 통화 중이에요' }).click()
    await page.getByText('자식과 상의하고 다시 걸게요.').waitFor()
    await page.getByRole('link', { name: '끊었어요' }).click()
    await page.getByRole('link', { name: '앱을 깔았어요' }).click()
    await page.getByText('이 휴대폰으로 전화하지 마세요').waitFor()
    expect(await page.locator('main a[href^="tel:"]').count()).toBe(0)
    await page.getByRole('checkbox').first().check()
    await page.getByText('5가지 중 1가지 하셨어요.').waitFor()
    await page.waitForTimeout(500)
    await page.reload()
    await page.getByText('5가지 중 1가지 하셨어요.').waitFor()
  })

  test('whoever sent money calls 112 first', async () => {
    const page = await open('/scam-check/after/sent-money')
    expect(await page.locator('main a[href^="tel:"]').first().getAttribute('href')).toBe('tel:112')
  })
})

test('오늘 leads to it and still shows whom to ask without scrolling', async () => {
  const page = await open('/')
  await page.getByRole('link', { name: '이거 사기예요?' }).click()
  await page.getByRole('heading', { name: '이거 사기예요?' }).waitFor()
  await page.goto('/help')
  await page.getByRole('link', { name: '이거 사기예요?' }).waitFor()
})
