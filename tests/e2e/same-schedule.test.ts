import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Browser, Page } from 'playwright'
import { build, type Rollup } from 'vite'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { NewFacts } from '../../app/features/medication/facts/fact-schema'
import { factsFrom } from '../../app/features/medication/facts/facts-from'
import { mergeFacts } from '../../app/features/medication/schedule/merge-facts'
import { noFacts, type Facts } from '../../app/features/medication/schedule/facts'
import { openBrowser } from './support/browser'
import { computeDay } from './support/compute-day'
import { medicinesSince } from './support/medicines'

/** The rules of medicines are one module: a server, a page and a worker come to the same, whatever their zone. */

const worker = `
  importScripts('/rules.js')
  addEventListener('message', ({ data, ports: [port] }) =>
    port.postMessage(rules.computeDay(data.facts, data.instant)))
`
let site: Server
let url = ''
let browser: Browser

beforeAll(async () => {
  const built = (await build({
    configFile: false,
    logLevel: 'error',
    resolve: { alias: { '~': new URL('../../app', import.meta.url).pathname } },
    build: {
      write: false,
      lib: { entry: 'tests/e2e/support/compute-day.ts', formats: ['iife'], name: 'rules' },
    },
  })) as Rollup.RollupOutput[]
  const rules = built[0]?.output[0].code ?? ''
  const files: Record<string, [type: string, body: string]> = {
    '/': ['text/html', '<script src="/rules.js"></script>'],
    '/rules.js': ['text/javascript', rules],
    '/worker.js': ['text/javascript', worker],
  }
  site = createServer(({ url: path = '' }, answer) => {
    const [type, body] = files[path] ?? ['text/plain', '']
    answer.writeHead(200, { 'Content-Type': type }).end(body)
  })
  await new Promise<void>((listening) => site.listen(0, '127.0.0.1', listening))
  url = `http://localhost:${(site.address() as AddressInfo).port}/`
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
  site?.close()
})

function factsOf(person: string): Facts {
  const writer = { by: person, deviceId: 'phone', at: 0, receivedAt: 0 }
  return medicinesSince(40, 20_780)
    .filter(({ type }) => type === 'record_facts')
    .map(({ payload }) => factsFrom(payload as NewFacts, writer))
    .reduce(mergeFacts, noFacts(person))
}

interface Asked {
  facts: Facts
  instant: number
}
declare const rules: { computeDay(facts: Facts, instant: number): string }

const inPage = (page: Page, asked: Asked) =>
  page.evaluate(({ facts, instant }) => rules.computeDay(facts, instant), asked)

const inWorker = (page: Page, asked: Asked) =>
  page.evaluate(async (data) => {
    await navigator.serviceWorker.register('/worker.js')
    const { active } = await navigator.serviceWorker.ready
    return new Promise<string>((answered) => {
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = ({ data: answer }: MessageEvent<string>) => answered(answer)
      active?.postMessage(data, [port2])
    })
  }, asked)

test.each(['Asia/Seoul', 'America/Los_Angeles', 'Pacific/Kiritimati'])(
  'a server, a page and a worker in %s agree',
  async (timezoneId) => {
    const asked = { facts: factsOf('person'), instant: Date.parse('2026-11-24T23:10:00Z') }
    const onServer = computeDay(asked.facts, asked.instant)
    expect(JSON.parse(onServer)).toMatchObject({ now: { day: 20_782 } })
    expect((JSON.parse(onServer) as { doses: unknown[] }).doses.length).toBeGreaterThan(80)

    const context = await browser.newContext({ timezoneId })
    const page = await context.newPage()
    await page.goto(url)
    expect(await inPage(page, asked)).toBe(onServer)
    expect(await inWorker(page, asked)).toBe(onServer)
    await context.close()
  },
)
