import { phoneNow } from '~/offline/this-phone'
import { litSpan } from './lit-span'
import { findRinging, listenForRing } from './shown-ring.client'

/** A time that lies further ahead is looked at again on the way. */
const longestWaitMs = 10 * 60_000

/**
 * Keeps the screen lit before and while a page that is looked at reminds of something (`lit-span.ts`), where the phone
 * lets a page do so. Returns how to stop.
 */
export function stayLit(): () => void {
  if (!('wakeLock' in navigator)) return () => undefined
  let [key, seenAt] = ['', 0]
  let held: Promise<WakeLockSentinel | null> | null = null
  let timer: ReturnType<typeof setTimeout> | undefined

  function look() {
    clearTimeout(timer)
    if (document.visibilityState !== 'visible') return
    const [ringing, now] = [findRinging(), phoneNow().getTime()]
    if (ringing.ring && ringing.ring.key !== key) [key, seenAt] = [ringing.ring.key, now]
    const { isLit, changesAt } = litSpan(ringing, seenAt, now)
    // Refused on a nearly empty battery: the sound has to do.
    if (isLit) held ??= navigator.wakeLock.request('screen').catch(() => null)
    else letGo()
    if (changesAt !== null) timer = setTimeout(look, Math.min(longestWaitMs, changesAt - now))
  }

  function letGo() {
    void held?.then((lock) => lock?.release())
    held = null
  }

  // The phone takes it back by itself when the page is out of sight.
  function lookAnew() {
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
