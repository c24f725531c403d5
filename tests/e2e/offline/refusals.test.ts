import type { Browser, BrowserContext, Page, Route } from 'playwright'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { openBrowser } from '../support/browser'
import { startServer, type RunningServer } from '../support/server'
import { openNetwork, type Network } from './network'
import { countDeeds, readData, takePhone } from './phone'

let server: RunningServer
let browser: Browser
let network: Network
let phone: BrowserContext

beforeAll(async () => {
  server = await startServer()
  browser = await openBrowser()
  network = await openNetwork(server.url)
})
afterEach(() => phone.close())
afterAll(async () => {
  await browser?.close()
  await network?.close()
  await server?.stop()
})

interface Sent {
  commands: { type: string; payload: object }[]
}

/** What the phone sends reaches the server changed, as from a phone of another build or with a wrong clock. */
function sendChanged(change: (command: Sent['commands'][number]) => void) {
  return phone.route('**/outbox', (route: Route) => {
    const sent = route.request().postDataJSON() as Sent
    sent.commands.forEach(change)
    return route.continue({ postData: JSON.stringify(sent) })
  })
}

/** Without the worker, which would send by itself and past `sendChanged`. */
async function openOn(path: string): Promise<Page> {
  phone = await takePhone(browser, network, { serviceWorkers: 'block' })
  const page = await phone.newPage()
  await page.goto(path)
  return page
}

const refusal = (page: Page) => page.getByRole('status').filter({ hasText: '받지 못했어요' })

test('a card the server does not know is explained, kept, and sent again when the person says so', async () => {
  const page = await openOn('/learn/text-larger')
  await sendChanged(({ payload }) => Object.assign(payload, { cardId: 'no-such-card' }))
  await page.getByRole('button', { name: '설정에서 글자를 키워요' }).click()
  await refusal(page).getByText('카드에 답하신 것을 받지 못했어요.').waitFor()
  await refusal(page).getByText('그사이 카드가 바뀌었거나 없어졌어요.').waitFor()
  await page.reload()
  await refusal(page).getByText('배움에서 그 카드를 찾아봐 주세요.').waitFor()

  await phone.unroute('**/outbox')
  await page.getByRole('button', { name: '다시 보내기' }).click()
  await refusal(page).waitFor({ state: 'detached' })
  await expect
    .poll(async () => (await readData(phone))?.tables.card_completions)
    .toMatchObject([{ card_id: 'text-larger' }])
})

test('a dose of a day that has not begun makes the person look at the date, and can be given up', async () => {
  const page = await openOn('/learn')
  const choose = async (name: string) => {
    const track = page.getByRole('region', { name, exact: true })
    await track.getByRole('button', { name: '이것부터 배우기' }).click()
  }
  await sendChanged((command) =>
    Object.assign(command, {
      type: 'answer_health_consent',
      payload: { given: true, textVersion: '2026-11' },
    }),
  )
  await choose('사기 막기')
  await expect.poll(() => countDeeds(page, 'sent')).toBe(1)
  await phone.unroute('**/outbox')
  await sendChanged((command) =>
    Object.assign(command, { type: 'record_facts', payload: { answers: [doseOfFarDay] } }),
  )
  await choose('카카오톡과 사진')
  await refusal(page).getByText('아직 오지 않은 날의 약은 받지 못해요.').waitFor()
  await refusal(page).getByText('휴대폰 날짜가 앞서 있을 수 있어요.').waitFor()
  await page.getByRole('button', { name: '다시 보내기' }).waitFor()

  await page.getByRole('button', { name: '그만두기' }).click()
  await refusal(page).waitFor({ state: 'detached' })
  await page.reload()
  await page.getByRole('heading', { name: '배움' }).waitFor()
  expect(await countDeeds(page, 'refused')).toBe(0)
})

const doseOfFarDay = {
  id: '019ab2c4-0000-7000-8000-000000000001',
  doseKey: '019ab2c4-0000-7000-8000-000000000002|40000|morning',
  kind: 'taken',
  takenWall: 57_600_500,
  offsetMin: 540,
  replaces: [],
  guardPassed: false,
}
