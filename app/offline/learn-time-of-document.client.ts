import { servedAtTiming } from '~/platform/http/served-at'
import type { Phone } from './phone'

/**
 * The document is a contact like any other: a phone that has no worker yet learns from it what time it is, before
 * the page draws a day of its own. Does nothing with a document that was kept, whose time is that of long ago.
 */
export function learnTimeOfDocument(phoneOf: () => Pick<Phone, 'learnTime'>): void {
  const [document] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[]
  const cameByNetwork = document?.workerStart === 0 && document.transferSize > 0
  if (!cameByNetwork) return
  const timing = document.serverTiming?.find(({ name }) => name === servedAtTiming)
  const atMs = (sinceOpened: number) => performance.timeOrigin + sinceOpened
  const [sentMs, receivedMs] = [atMs(document.requestStart), atMs(document.responseStart)]
  try {
    void phoneOf().learnTime(timing?.description ?? null, sentMs, receivedMs)
  } catch {
    // A browser in which nothing of the phone works: the page has to come first, and says so.
  }
}
