import type { Outbox } from './outbox/outbox'

const firstWaitMs = 5_000
const longestWaitMs = 5 * 60_000

/**
 * Sends what waits whenever that may succeed: now, when the network is back, when somebody looks at the
 * page again, and after growing pauses while the server does not answer. Returns how to stop.
 */
export function keepFlushing(
  outbox: Pick<Outbox, 'flush' | 'view' | 'subscribe'>,
  random: () => number = Math.random,
): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  let failures = 0
  let stopped = false

  function waitAndFlush(atLeastMs: number) {
    clearTimeout(timer)
    if (stopped) return
    const ceiling = Math.min(longestWaitMs, firstWaitMs * 3 ** failures)
    failures += 1
    // Jitter, or every phone of a village would knock at once when the server is back.
    const waitMs = Math.max(atLeastMs, ceiling / 2 + (random() * ceiling) / 2)
    timer = setTimeout(() => void flush(), waitMs)
  }

  async function flush() {
    clearTimeout(timer)
    timer = undefined
    const flushed = await outbox.flush()
    if (flushed.left === 'later') waitAndFlush(flushed.afterMs ?? 0)
    else failures = 0
  }

  function flushAnew() {
    failures = 0
    void flush()
  }
  function whenVisible() {
    if (document.visibilityState === 'visible') flushAnew()
  }
  /** A deed was added; whoever added it has tried to send it once. */
  function whenChanged() {
    const { waiting, paused } = outbox.view()
    if (waiting.length > 0 && paused === null && timer === undefined) waitAndFlush(0)
  }

  addEventListener('online', flushAnew)
  document.addEventListener('visibilitychange', whenVisible)
  const stopListening = outbox.subscribe(whenChanged)
  void flush()
  return () => {
    stopped = true
    clearTimeout(timer)
    stopListening()
    removeEventListener('online', flushAnew)
    document.removeEventListener('visibilitychange', whenVisible)
  }
}
