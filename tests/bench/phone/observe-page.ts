import type { BrowserContext, CDPSession, Page } from 'playwright'

export interface PageFigures {
  fcp: number
  lcp: number
  /** What long tasks took beyond 50 ms, from the first paint on. */
  tbt: number
  cls: number
  /** The longest interaction. */
  inp: number
}

interface Seen {
  lcp: number
  cls: number
  inp: number
  longTasks: { at: number; ms: number }[]
}

declare global {
  interface Window {
    seen: Seen
  }
}

/** Runs before anything of the page does; times in ms from navigation. */
export async function observe(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    const seen: Seen = { lcp: 0, cls: 0, inp: 0, longTasks: [] }
    window.seen = seen
    // Nothing here has a name: the loader would wrap it in a function that the page does not have.
    const notes: [string, (entry: PerformanceEntry) => void][] = [
      ['largest-contentful-paint', (entry) => (seen.lcp = entry.startTime)],
      ['longtask', (entry) => seen.longTasks.push({ at: entry.startTime, ms: entry.duration })],
      ['event', (entry) => (seen.inp = Math.max(seen.inp, entry.duration))],
      [
        'layout-shift',
        (entry) => {
          const shift = entry as PerformanceEntry & { value: number; hadRecentInput: boolean }
          if (!shift.hadRecentInput) seen.cls += shift.value
        },
      ],
    ]
    for (const [type, note] of notes)
      new PerformanceObserver((list) => list.getEntries().forEach((entry) => note(entry))).observe({
        type,
        buffered: true,
        ...(type === 'event' ? { durationThreshold: 16 } : {}),
      })
  })
}

export function readFigures(page: Page): Promise<PageFigures> {
  return page.evaluate(() => {
    const { lcp, cls, inp, longTasks } = window.seen
    const fcp = performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0
    const blocking = longTasks.filter(({ at }) => at >= fcp)
    return { fcp, lcp, cls, inp, tbt: blocking.reduce((sum, { ms }) => sum + ms - 50, 0) }
  })
}

/** A slow phone: its processor, and 1.6 Mbit/s down, 750 kbit/s up, 150 ms there and back. */
export async function slowDown(
  page: Page,
  cpu: number,
  options: { network: boolean },
): Promise<CDPSession> {
  const session = await page.context().newCDPSession(page)
  await session.send('Emulation.setCPUThrottlingRate', { rate: cpu })
  await session.send('Network.enable')
  if (options.network)
    await session.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: 150,
      downloadThroughput: 1_600_000 / 8,
      uploadThroughput: 750_000 / 8,
    })
  return session
}

/** Bytes as they came over the wire, by kind of resource, and the number of requests. */
export function countBytes(session: CDPSession) {
  const kinds = new Map<string, string>()
  const bytes: Record<string, number> = {}
  let requests = 0
  session.on('Network.responseReceived', ({ requestId, type }) => void kinds.set(requestId, type))
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const kind = kinds.get(requestId) ?? 'Other'
    bytes[kind] = (bytes[kind] ?? 0) + encodedDataLength
    requests++
  })
  return {
    of: (kind: string) => bytes[kind] ?? 0,
    total: () => Object.values(bytes).reduce((sum, one) => sum + one, 0),
    requests: () => requests,
  }
}
