import type { Browser, BrowserContext } from 'playwright'
import { alwaysKept } from '../../../app/service-worker/shells'
import { openBrowser } from '../../e2e/support/browser'
import { giveMedicines } from '../../e2e/support/give-medicines'
import { openNetwork } from '../../e2e/offline/network'
import { waitUntil } from '../../support/child-process'
import { row, type Row } from '../row'
import { median } from '../statistics'
import { serve, type BenchServer } from '../server/serve'
import { measureMedicines } from './measure-medicines'
import { countBytes, observe, readFigures, slowDown } from './observe-page'
import { screen } from './screen'

const kib = 1024
const runs = 5
const cardPath = '/learn/text-larger'

/** A slow phone on a slow network, and the same phone without one. Goals hold at a CPU slowed 4 times. */
export async function measurePhone(): Promise<Row[]> {
  const server = await serve()
  const browser = await openBrowser()
  try {
    const rows: Row[] = []
    const taker = await beginTaker(browser, server.url)
    for (const cpu of [4, 6])
      for (const [name, path, state] of [
        ['오늘', '/', undefined],
        ['오늘 with a medicine', '/', taker],
        ['a card', cardPath, undefined],
      ] as const)
        rows.push(...(await measureCold(browser, { url: server.url + path, state }, name, cpu)))
    rows.push(await compareScripts(browser, server))
    rows.push(...(await measureTaps(browser, server.url)))
    rows.push(...(await measureOffline(browser, server)))
    rows.push(...(await measureMedicines(browser, server)))
    return rows
  } finally {
    await browser.close()
    await server.stop()
  }
}

type State = Awaited<ReturnType<BrowserContext['storageState']>>
interface Visit {
  url: string
  /** The session of whoever visits; nobody's when it is left out. */
  state?: State | undefined
}

/** The session of somebody with a medicine that is due. */
async function beginTaker(browser: Browser, url: string): Promise<State> {
  const context = await browser.newContext({ ...screen, baseURL: url })
  await giveMedicines(context, url)
  const state = await context.storageState()
  await context.close()
  return state
}

async function measureCold(browser: Browser, visit: Visit, name: string, cpu: number) {
  const visits: Awaited<ReturnType<typeof visitCold>>[] = []
  for (let i = 0; i < runs; i++) visits.push(await visitCold(browser, visit, cpu))
  const middle = (pick: (one: (typeof visits)[number]) => number) => median(visits.map(pick))
  const goal = (value: number) => (cpu === 4 ? value : null)
  const title = (what: string) => `cold ${name}, CPU ${cpu}×: ${what}`
  const timed = [
    row(
      'phone',
      title('FCP'),
      middle(({ fcp }) => fcp / 1000),
      's',
      goal(1.8),
    ),
    row(
      'phone',
      title('LCP'),
      middle(({ lcp }) => lcp / 1000),
      's',
      goal(2.5),
    ),
    row(
      'phone',
      title('TBT'),
      middle(({ tbt }) => tbt),
      'ms',
      goal(200),
    ),
    row(
      'phone',
      title('CLS'),
      middle(({ cls }) => cls),
      '',
      goal(0.05),
    ),
  ]
  if (cpu !== 4) return timed
  return [
    row('phone', title('HTML'), middle(({ bytes }) => bytes.of('Document')) / kib, 'KiB', 14),
    row('phone', title('CSS'), middle(({ bytes }) => bytes.of('Stylesheet')) / kib, 'KiB', 15),
    row('phone', title('JS'), middle(({ bytes }) => bytes.of('Script')) / kib, 'KiB'),
    row('phone', title('all'), middle(({ bytes }) => bytes.total()) / kib, 'KiB', 200),
    row(
      'phone',
      title('requests'),
      middle(({ bytes }) => bytes.requests()),
      '',
      null,
    ),
    row(
      'phone',
      title('elements'),
      middle(({ elements }) => elements),
      '',
      800,
    ),
    ...timed,
  ]
}

async function visitCold(browser: Browser, { url, state }: Visit, cpu: number) {
  const context = await browser.newContext({
    ...screen,
    serviceWorkers: 'block',
    ...(state ? { storageState: state } : {}),
  })
  await observe(context)
  const page = await context.newPage()
  const bytes = countBytes(await slowDown(page, cpu, { network: true }))
  await page.goto(url, { waitUntil: 'networkidle' })
  const elements = await page.evaluate(() => document.querySelectorAll('*').length)
  const figures = await readFigures(page)
  await context.close()
  return { ...figures, bytes, elements }
}

async function compareScripts(browser: Browser, server: BenchServer): Promise<Row> {
  const ours = await visitCold(browser, { url: server.url }, 1)
  const bare = await visitCold(browser, { url: server.bareUrl }, 1)
  const ratio = ours.bytes.of('Script') / bare.bytes.of('Script')
  return row('phone', 'JS of 오늘, to that of a bare page', ratio, '×', 1.3)
}

/** Answering a quiz, from the finger to the praise. */
async function measureTaps(browser: Browser, url: string): Promise<Row[]> {
  const taps: { praise: number; inp: number }[] = []
  for (let i = 0; i < runs; i++) {
    const context = await browser.newContext({ ...screen, hasTouch: true, serviceWorkers: 'block' })
    taps.push(await answerQuiz(context, url + cardPath))
    await context.close()
  }
  return [
    row(
      'phone',
      'tap to praise, CPU 4×, slow network',
      median(taps.map(({ praise }) => praise)),
      'ms',
      100,
    ),
    row('phone', 'longest interaction, CPU 4×', median(taps.map(({ inp }) => inp)), 'ms', 200),
  ]
}

async function answerQuiz(context: BrowserContext, url: string) {
  await observe(context)
  const page = await context.newPage()
  await slowDown(page, 4, { network: true })
  await page.goto(url, { waitUntil: 'networkidle' })
  const done = page.evaluate(
    () =>
      new Promise<number>((visible) => {
        let tapped = 0
        addEventListener('pointerup', (event) => (tapped = event.timeStamp), { capture: true })
        new MutationObserver(() => {
          if (/맞았어요|이게 맞아요/.test(document.querySelector('#quiz')?.textContent ?? ''))
            requestAnimationFrame((painted) => visible(painted - tapped))
        }).observe(document.body, { childList: true, subtree: true, characterData: true })
      }),
  )
  await page.locator('#quiz button').first().tap()
  const praise = await done
  const { inp } = await readFigures(page)
  return { praise, inp }
}

async function measureOffline(browser: Browser, server: BenchServer): Promise<Row[]> {
  const network = await openNetwork(server.url)
  const context = await browser.newContext(screen)
  await observe(context)
  await keepEverything(context, network.url)
  network.feel('dead')
  const rows: Row[] = []
  for (const [name, path] of [
    ['오늘', '/'],
    ['a card', cardPath],
  ] as const) {
    const starts: number[] = []
    for (let i = 0; i < runs; i++) {
      const page = await context.newPage()
      await slowDown(page, 4, { network: false })
      await page.goto(network.url + path)
      await page.getByRole('heading', { level: 1 }).waitFor()
      await page.waitForTimeout(1_500)
      starts.push((await readFigures(page)).lcp / 1000)
      await page.close()
    }
    rows.push(row('phone', `${name} without a network, CPU 4×: LCP`, median(starts), 's', 1))
  }
  await context.close()
  await network.close()
  return rows
}

/** One visit, until the worker has kept the pages of the coming days. */
async function keepEverything(context: BrowserContext, url: string) {
  const page = await context.newPage()
  await page.goto(url)
  const countKept = async () => {
    if (!navigator.serviceWorker.controller) return 0
    const names = (await caches.keys()).filter((name) => name.startsWith('shells-'))
    return (await (await caches.open(names.at(-1) ?? 'shells-none')).keys()).length
  }
  const isKept = async () => (await page.evaluate(countKept)) > alwaysKept.length + 7
  await waitUntil(isKept, 'the pages of the coming days on the phone', 90_000)
  await page.waitForLoadState('networkidle')
  await page.close()
}
