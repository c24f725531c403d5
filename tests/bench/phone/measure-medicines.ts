import type { Browser, BrowserContext, Page } from 'playwright'
import { build, type Rollup } from 'vite'
import type { Command } from '../../../app/commands/catalog'
import { openNetwork } from '../../e2e/offline/network'
import { giveMedicines } from '../../e2e/support/give-medicines'
import { medicinesSince, send } from '../../e2e/support/medicines'
import { waitUntil } from '../../support/child-process'
import { row, type Row } from '../row'
import type { BenchServer } from '../server/serve'
import { median } from '../statistics'
import { observe, readFigures, slowDown } from './observe-page'
import { screen } from './screen'

const runs = 5
const years = 5
/** By then a page has drawn itself and fetched what comes after it, so that nothing else takes the processor. */
const pageRestsAfterMs = 5_000
/** Of 40 answers each, within what an outbox may weigh. */
const sentAtOnce = 20

/** 오늘 with a long history on the phone, and 「먹었어요」, both at a CPU slowed 4 times. */
export async function measureMedicines(browser: Browser, server: BenchServer): Promise<Row[]> {
  return [...(await measureHistory(browser, server)), ...(await measureAnswering(browser, server))]
}

async function measureHistory(browser: Browser, server: BenchServer): Promise<Row[]> {
  const network = await openNetwork(server.url)
  const context = await browser.newContext({ ...screen, baseURL: network.url })
  await liveFor(context, network.url, 365 * years)
  const rules = await bundleReading()
  const read = async (waitMs: number) => {
    const page = await context.newPage()
    await page.goto('/help')
    await page.waitForTimeout(waitMs)
    await page.evaluate(rules)
    await slowDown(page, 4, { network: false })
    const ms = await page.evaluate(() => reading.timeToday())
    await page.close()
    return ms
  }
  const times = { resting: [] as number[], waking: [] as number[] }
  for (let i = 0; i < runs; i++) {
    times.resting.push(await read(pageRestsAfterMs))
    times.waking.push(await read(0))
  }
  await context.close()
  await network.close()
  const name = `open the store and compute 오늘 with ${years} years of answers, CPU 4×`
  return [
    row('phone', name, median(times.resting), 'ms', 150),
    row('phone', `${name}, beside a page that is starting`, median(times.waking), 'ms'),
  ]
}

declare const reading: { timeToday(): Promise<number>; countMonths(): Promise<number> }

async function bundleReading(): Promise<string> {
  const built = (await build({
    configFile: false,
    logLevel: 'error',
    resolve: { alias: { '~': new URL('../../../app', import.meta.url).pathname } },
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      write: false,
      lib: { entry: 'tests/bench/phone/read-today.ts', formats: ['iife'], name: 'reading' },
    },
  })) as Rollup.RollupOutput[]
  return `${built[0]?.output[0].code ?? ''}; globalThis.reading = reading; undefined`
}

/** Somebody whose medicines of so many days have come to this phone. */
async function liveFor(context: BrowserContext, url: string, days: number): Promise<void> {
  const commands: Command[] = medicinesSince(days)
  for (let at = 0; at < commands.length; at += sentAtOnce)
    await send(context, url, commands.slice(at, at + sentAtOnce))
  const page = await context.newPage()
  await page.goto('/')
  await page.waitForLoadState('networkidle')
  await page.evaluate(await bundleReading())
  const months = Math.floor(days / 31)
  const isKept = async () => (await page.evaluate(() => reading.countMonths())) >= months
  await waitUntil(isKept, `${months} months on the phone`, 120_000)
  await page.close()
}

async function measureAnswering(browser: Browser, server: BenchServer): Promise<Row[]> {
  const taps: { answered: number; inp: number }[] = []
  for (let i = 0; i < runs; i++) {
    const context = await browser.newContext({ ...screen, hasTouch: true, serviceWorkers: 'block' })
    await giveMedicines(context, server.url)
    taps.push(await tapTaken(context, server.url))
    await context.close()
  }
  const middle = (pick: (tap: (typeof taps)[number]) => number) => median(taps.map(pick))
  return [
    row(
      'phone',
      '먹었어요 to answered, CPU 4×, slow network',
      middle((tap) => tap.answered),
      'ms',
      100,
    ),
    row(
      'phone',
      'longest interaction of it, CPU 4×',
      middle((tap) => tap.inp),
      'ms',
      200,
    ),
  ]
}

async function tapTaken(context: BrowserContext, url: string) {
  await observe(context)
  const page = await context.newPage()
  await slowDown(page, 4, { network: true })
  await page.goto(url, { waitUntil: 'networkidle' })
  const done = paintedWith(page, '드셨어요')
  await page.getByRole('button', { name: '먹었어요', exact: true }).tap()
  const answered = await done
  const { inp } = await readFigures(page)
  return { answered, inp }
}

/** Milliseconds from the finger's leaving to the painting that shows these words. */
function paintedWith(page: Page, words: string): Promise<number> {
  return page.evaluate(
    (wanted) =>
      new Promise<number>((visible) => {
        let tapped = 0
        addEventListener('pointerup', (event) => (tapped = event.timeStamp), { capture: true })
        new MutationObserver(() => {
          if (document.querySelector('main')?.textContent?.includes(wanted))
            requestAnimationFrame((painted) => visible(painted - tapped))
        }).observe(document.body, { childList: true, subtree: true, characterData: true })
      }),
    words,
  )
}
