import { useRevalidator } from '@remix-run/react'
import { useEffect, useRef } from 'react'
import { phoneNow, thisPhone } from './this-phone'

const lookMs = 20_000

/**
 * Loads the page's data again when the network is back, when something that waited has been sent, and when
 * a new day begins: the phone knows tomorrow's card without a network. `dayOf` gives the date of a moment
 * in the person's zone (`YYYY-MM-DD`); `shown` is the day the page shows.
 */
export function useFreshen(shown: string, dayOf: (now: Date) => string): void {
  const { revalidate } = useRevalidator()
  const day = useRef({ of: dayOf, asked: shown })
  useEffect(() => {
    day.current.of = dayOf
  }, [dayOf])
  useEffect(() => {
    const lookAtDay = () => {
      const today = day.current.of(phoneNow())
      if (document.visibilityState !== 'visible' || today <= shown || today === day.current.asked)
        return
      day.current.asked = today
      revalidate()
    }
    if (openedFromShell() && navigator.onLine) revalidate()
    const timer = setInterval(lookAtDay, lookMs)
    addEventListener('online', revalidate)
    document.addEventListener('visibilitychange', lookAtDay)
    const stopListening = thisPhone().channel.listen((news) => {
      if (news.kind === 'results') revalidate()
    })
    return () => {
      stopListening()
      clearInterval(timer)
      removeEventListener('online', revalidate)
      document.removeEventListener('visibilitychange', lookAtDay)
    }
  }, [revalidate, shown])
}

let shellWasSeen = false

/** Once per document: a slow network may have opened the shell although the server would answer by now. */
function openedFromShell(): boolean {
  if (shellWasSeen) return false
  shellWasSeen = true
  const page = globalThis as {
    __remixContext?: { state?: { loaderData?: Record<string, { shell?: boolean } | null> } }
  }
  const loaded = Object.values(page.__remixContext?.state?.loaderData ?? {})
  return loaded.some((data) => data?.shell === true)
}
