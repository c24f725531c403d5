import { findAnyRing, listenForRing } from './shown-ring.client'

/** An old battery is spared: after so long without an answer the screen may go dark, until the next repeat. */
const litForMs = 3 * 60_000

/**
 * Keeps the screen lit while a reminder in the page waits for its answer, where the phone lets a page do so.
 * Returns how to stop.
 */
export function stayLit(): () => void {
  if (!('wakeLock' in navigator)) return () => undefined
  let [key, since] = ['', 0]
  let held: Promise<WakeLockSentinel | null> | null = null
  let timer: ReturnType<typeof setTimeout> | undefined

  function look() {
    clearTimeout(timer)
    const ring = findAnyRing()
    if (ring && ring.key !== key) [key, since] = [ring.key, performance.now()]
    const left = ring ? since + litForMs - performance.now() : 0
    if (left <= 0) return letGo()
    timer = setTimeout(letGo, left)
    // Refused on a nearly empty battery: the sound has to do.
    held ??= navigator.wakeLock.request('screen').catch(() => null)
  }

  function letGo() {
    void held?.then((lock) => lock?.release())
    held = null
  }

  // The phone takes it back by itself when the page is out of sight.
  function lookAnew() {
    if (document.visibilityState !== 'visible') return
    letGo()
    look()
  }

  const stopListening = listenForRing(look)
  document.addEventListener('visibilitychange', lookAnew)
  look()
  return () => {
    stopListening()
    document.removeEventListener('visibilitychange', lookAnew)
    clearTimeout(timer)
    letGo()
  }
}
