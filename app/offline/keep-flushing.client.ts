import type { Outbox } from './outbox/outbox'

const firstWaitMs = 5_000
const longestWaitMs = 5 * 60_000

/**
 * Sends what waits whenever that may succeed: now, when the network is back, when somebody looks at the
 * page again, and after growing pauses while the server does not answer. Returns how to stop.
 */
export function keepFlushing(outbox: Outbox, random: () => number = Math.random): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  let failures = 0
  let stopped = false

  async function flush() {
    clearTimeout(timer)
    const flushed = await outbox.flush()
    if (stopped) return
    if (flushed.left !== 'later') {
      failures = 0
      return
    }
    const ceiling = Math.min(longestWaitMs, firstWaitMs * 3 ** failures)
    failures += 1
    // Jitter, or every phone of a village would knock at once when the server is back.
    const wait = Math.max(flushed.afterMs ?? 0, ceiling / 2 + (random() * ceiling) / 2)
    clearTimeout(timer)
    timer = setTimeout(() => void flush(), wait)
  }

  function flushAnew() {
    failures = 0
    void flush()
  }
  function whenVisible() {
    if (document.visibilityState === 'visible') flushAnew()
  }

  addEventListener('online', flushAnew)
  addEventListener('visibilitychange', whenVisible)
  void flush()
  return () => {
    stopped = true
    clearTimeout(timer)
    removeEventListener('online', flushAnew)
    removeEventListener('visibilitychange', whenVisible)
  }
}
