import { useRevalidator } from '@remix-run/react'
import { useEffect, useRef, useState } from 'react'

/** What a senior ends must be gone from open pages within 30 s. */
const lookMs = 20_000
/** While two people sit beside each other and wait for the other's phone. */
export const besideMs = 4_000
/** After this long without an answer nothing of others is shown any more. */
const trustedMs = 60_000

/**
 * Looks every 20 s (or `everyMs`), and whenever somebody looks at the page, whether there is news, and loads the page anew.
 * @param version of what is shown, from `findVersion`
 * @returns false once the server has been silent for a minute: then what is shown must not be believed.
 */
export function useNews(version: string, everyMs = lookMs): boolean {
  const { revalidate, state } = useRevalidator()
  const isLoading = useRef(false)
  useEffect(() => {
    isLoading.current = state === 'loading'
  }, [state])
  const [trusted, setTrusted] = useState(true)
  useEffect(() => {
    let heardAt = Date.now()
    async function look() {
      if (document.visibilityState !== 'visible') return
      const newest = await askForVersion()
      if (newest !== null) heardAt = Date.now()
      setTrusted(Date.now() - heardAt < trustedMs)
      // Until it is shown: a page that cannot be loaded anew stays as it was. And not from the start at every look.
      if (newest !== null && newest !== version && !isLoading.current) revalidate()
    }
    const lookNow = () => void look()
    const timer = setInterval(lookNow, everyMs)
    addEventListener('focus', lookNow)
    addEventListener('online', lookNow)
    addEventListener('pageshow', lookNow)
    document.addEventListener('visibilitychange', lookNow)
    return () => {
      clearInterval(timer)
      removeEventListener('focus', lookNow)
      removeEventListener('online', lookNow)
      removeEventListener('pageshow', lookNow)
      document.removeEventListener('visibilitychange', lookNow)
    }
  }, [version, everyMs, revalidate])
  return trusted
}

/** Null when the server did not answer; the empty string when the session is over. */
async function askForVersion(): Promise<string | null> {
  try {
    const answer = await fetch('/family/version', { cache: 'no-store', redirect: 'error' })
    if (answer.status === 401) return ''
    if (!answer.ok) return null
    const body = (await answer.json()) as { version?: unknown }
    return typeof body.version === 'string' ? body.version : null
  } catch {
    return null
  }
}
