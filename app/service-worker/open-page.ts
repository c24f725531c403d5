import type { PageMessage } from '~/offline/worker-messages'

/** A tap is answered by the page that is open, or it is loaded anew. */
const answerLimitMs = 1_000

/**
 * Shows a page of this app: an open one goes there by itself and loses nothing; one that does not answer is
 * sent there; where none is open a new one is.
 */
export async function openPage(clients: Clients, path: string): Promise<void> {
  const open = await clients.matchAll({ type: 'window', includeUncontrolled: true })
  const seen = open.find(({ visibilityState }) => visibilityState === 'visible') ?? open[0]
  if (!seen) {
    await clients.openWindow(path)
    return
  }
  const page = await seen.focus().catch(() => seen)
  if (await goesByItself(page, path)) return
  const gone = await page.navigate(path).catch(() => null)
  if (!gone) await clients.openWindow(path)
}

function goesByItself(page: WindowClient, path: string): Promise<boolean> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel()
    const finish = (goes: boolean) => {
      clearTimeout(timer)
      port1.close()
      resolve(goes)
    }
    const timer = setTimeout(() => finish(false), answerLimitMs)
    port1.onmessage = () => finish(true)
    page.postMessage({ type: 'open', path } satisfies PageMessage, [port2])
  })
}
