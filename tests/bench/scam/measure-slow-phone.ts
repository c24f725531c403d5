import { readdirSync } from 'node:fs'
import { openBrowser } from '../../e2e/support/browser'
import { startServer } from '../../e2e/support/server'
import { slowDown } from '../phone/observe-page'
import { screen } from '../phone/screen'
import { row, type Row } from '../row'
import { percentile } from '../statistics'

const slower = 6
const warmUps = 20
const rounds = 200

/** The part of the build that a page judges with. */
const partOf = () => {
  const file = readdirSync('build/client/assets').find((name) =>
    /^judge-on-phone-.*\.js$/.test(name),
  )
  if (!file) throw new Error('the build has no part that judges')
  return `/assets/${file}`
}

/** What a verdict takes in a page of the built app, in Chromium slowed six times, by the page's own call. */
export async function measureSlowPhone(text: string): Promise<Row[]> {
  const server = await startServer()
  const browser = await openBrowser()
  try {
    const context = await browser.newContext({
      ...screen,
      baseURL: server.url,
      serviceWorkers: 'block',
    })
    const page = await context.newPage()
    await page.goto('/scam-check', { waitUntil: 'networkidle' })
    await slowDown(page, slower, { network: false })
    const rows: Row[] = []
    for (const kind of ['message', 'call'] as const) {
      const times = await page.evaluate(
        async ({ part, words, what, unmeasured, measured }) => {
          const { judgeOnPhone } = (await import(part)) as {
            judgeOnPhone(text: string, how: object): Promise<unknown>
          }
          const taken: number[] = []
          for (let i = 0; i < unmeasured + measured; i++) {
            const began = performance.now()
            await judgeOnPhone(words, { kind: what, origin: 'typed' })
            if (i >= unmeasured) taken.push(performance.now() - began)
            // As between two taps: the page breathes.
            await new Promise((done) => setTimeout(done))
          }
          return taken
        },
        { part: partOf(), words: text, what: kind, unmeasured: warmUps, measured: rounds },
      )
      const name = `verdict on a ${kind} of ${text.length} characters, page, CPU ${slower}×`
      rows.push(row('scam', `${name}, p50`, percentile(times, 0.5), 'ms'))
      rows.push(row('scam', `${name}, p95`, percentile(times, 0.95), 'ms', 20))
    }
    return rows
  } finally {
    await browser.close()
    await server.stop()
  }
}
