import type { Browser, BrowserContext, Page, ViewportSize } from 'playwright'
import { afterAll, afterEach, beforeAll } from 'vitest'
import { openNetwork, type Network } from '../offline/network'
import { takePhone, visit } from '../offline/phone'
import { openBrowser } from './browser'
import { signIn } from './deeds'
import { askFor } from './family-steps'
import { startServer, type RunningServer } from './server'

/**
 * A server, a senior's way to it, and a daughter who reaches it by another; everybody's browsers are put away after each
 * test. To be called once a file.
 * @param theirScreen how large the daughter's is
 */
export function openFamilyScene(theirScreen: ViewportSize) {
  let server: RunningServer
  let browser: Browser
  let network: Network
  const contexts: BrowserContext[] = []
  let numbersUsed = 0
  const newNumber = () => `010-3333-${String(1_000 + ++numbersUsed)}`

  beforeAll(async () => {
    server = await startServer()
    browser = await openBrowser()
    network = await openNetwork(server.url)
  })
  afterEach(async () => {
    network.feel('well')
    await Promise.all(contexts.splice(0).map((context) => context.close()))
  })
  afterAll(async () => {
    await browser?.close()
    await network?.close()
    await server?.stop()
  })

  /** A page that reaches the server whatever `network` is like. */
  async function elsewhere(): Promise<Page> {
    const context = await browser.newContext({
      baseURL: server.url,
      viewport: theirScreen,
      locale: 'ko-KR',
      timezoneId: 'Asia/Seoul',
    })
    contexts.push(context)
    return context.newPage()
  }

  /** A senior's phone, on which the daughter's request waits to be answered, and her open page. */
  async function askedFamily() {
    const [seniors, daughters] = [newNumber(), newNumber()]
    const phone = await takePhone(browser, network)
    contexts.push(phone)
    const page = await visit(phone)
    await signIn(page, seniors)
    const theirs = await elsewhere()
    await signIn(theirs, daughters)
    await askFor(theirs, seniors)
    await page.goto('/me/family')
    await page.getByRole('link', { name: '보고 답하기' }).click()
    return { phone, page, theirs, daughters: `+82${daughters.slice(1).replaceAll('-', '')}` }
  }

  return { askedFamily, elsewhere, network: () => network, theirUrl: () => server.url }
}

/** The senior shows nothing any more. */
export async function showNothing(page: Page): Promise<void> {
  await page.goto('/me/family')
  await page.getByRole('link', { name: '보이는 것 바꾸기' }).click()
  await page.getByRole('radio', { name: '안 보여 드려요' }).check()
  await page.getByRole('button', { name: '이대로 바꾸기' }).click()
  await page.getByText('보이는 것: 안 보여 드려요').waitFor()
}
