import type { Browser, BrowserContext, BrowserContextOptions, Page, ViewportSize } from 'playwright'
import { afterAll, afterEach, beforeAll } from 'vitest'
import { openNetwork, type Network } from '../offline/network'
import { takePhone, visit } from '../offline/phone'
import { openBrowser } from './browser'
import { signIn } from './deeds'
import { askFor } from './family-steps'
import { giveMedicines } from './give-medicines'
import { startServer, type RunningServer } from './server'

interface FamilySceneOptions {
  /** How large the screens of those are who sit elsewhere. */
  theirScreen?: ViewportSize
  /** What goes along to the server. */
  server?: Parameters<typeof startServer>[0]
}

/**
 * A server, a senior's way to it (`network`) and the family's (`way`); everybody's browsers are put away after each test. To be
 * called once a file.
 */
export function openFamilyScene({ theirScreen, ...options }: FamilySceneOptions = {}) {
  let server: RunningServer
  let browser: Browser
  let network: Network
  let way: Network
  const contexts: BrowserContext[] = []
  let numbersUsed = 0
  const newNumber = () => `010-3333-${String(1_000 + ++numbersUsed)}`

  beforeAll(async () => {
    server = await startServer(options.server)
    browser = await openBrowser()
    network = await openNetwork(server.url)
    way = await openNetwork(server.url)
  })
  afterEach(async () => {
    network.feel('well')
    way.feel('well')
    await Promise.all(contexts.splice(0).map((context) => context.close()))
  })
  afterAll(async () => {
    await browser?.close()
    await network?.close()
    await way?.close()
    await server?.stop()
  })

  /** A phone that keeps what it is shown, and talks to the server through `network` unless told otherwise. */
  async function phone(through = network, more = {}): Promise<BrowserContext> {
    const context = await takePhone(browser, through, more)
    contexts.push(context)
    return context
  }

  /** A page in a browser somewhere else, which reaches the server whatever `network` is like. */
  async function elsewhere(more: BrowserContextOptions = {}): Promise<Page> {
    const context = await browser.newContext({
      baseURL: server.url,
      locale: 'ko-KR',
      timezoneId: 'Asia/Seoul',
      ...(theirScreen ? { viewport: theirScreen } : {}),
      ...more,
    })
    contexts.push(context)
    return context.newPage()
  }

  /** A senior who has a number and, where asked for, a medicine to take now. */
  async function senior({ medicines = false } = {}) {
    const context = await phone()
    if (medicines) await giveMedicines(context, network.url)
    const number = newNumber()
    const page = await visit(context)
    await signIn(page, number)
    return { phone: context, page, number }
  }

  /** A senior's phone, on which the daughter's request waits to be answered, and her open page. */
  async function askedFamily(
    given: Parameters<typeof senior>[0] = {},
    through: BrowserContextOptions = {},
  ) {
    const { number, ...seniors } = await senior(given)
    const daughters = newNumber()
    const theirs = await elsewhere(through)
    await signIn(theirs, daughters)
    await askFor(theirs, number)
    await seniors.page.goto('/me/family')
    await seniors.page.getByRole('link', { name: '보고 답하기' }).click()
    return { ...seniors, theirs, seniors: inFull(number), daughters: inFull(daughters) }
  }

  return {
    newNumber,
    phone,
    elsewhere,
    senior,
    askedFamily,
    network: () => network,
    way: () => way,
    theirUrl: () => server.url,
    output: () => server.output(),
  }
}

/** 010-1234-5678 as +821012345678. */
const inFull = (number: string) => `+82${number.slice(1).replaceAll('-', '')}`

/** The senior shows nothing any more. */
export async function showNothing(page: Page): Promise<void> {
  await page.goto('/me/family')
  await page.getByRole('link', { name: '보이는 것 바꾸기' }).click()
  await page.getByRole('radio', { name: '안 보여 드려요' }).check()
  await page.getByRole('button', { name: '이대로 바꾸기' }).click()
  await page.getByText('보이는 것: 안 보여 드려요').waitFor()
}
