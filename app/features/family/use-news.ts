import { useRevalidator } from '@remix-run/react'
import { useEffect, useRef, useState } from 'react'

/** How often an open page asks: two of three answers may be lost or late before `believedMs` is over. */
const lookMs = 10_000
/** While two people sit beside each other and wait for the other's phone. */
export const besideMs = 4_000
/** What a senior ends must be gone from open pages within 30 s, also when the server does not answer any more. */
const believedMs = 30_000
/** Longer than the time to the next look: on a slow network several are under way. One that takes longer says too little. */
const answerMs = 20_000
/** What has just been loaded may have been so long under way. */
const loadMs = 10_000
/** Whoever comes back to the page sees it while the first answer is awaited: only that long, if it was away for longer. */
const returnMs = 1_000

/**
 * How far what is shown may be believed: `asking` until the first answer, after the page or the device slept; `silent`
 * when the server has not confirmed it for 30 s. In both nothing of others may be shown.
 */
export type Belief = 'shown' | 'asking' | 'silent'

/**
 * Looks every 10 s (or `everyMs`), and whenever somebody looks at the page, whether there is news, and loads the page anew.
 * @param version of what is shown, from `findVersion`
 */
export function useNews(version: string, everyMs = lookMs): Belief {
  const { revalidate, state } = useRevalidator()
  const loadingSince = useRef<Instant | null>(null)
  useEffect(() => {
    loadingSince.current = state === 'loading' ? instantNow() : null
  }, [state])
  const [belief, setBelief] = useState<Belief>('shown')
  useEffect(() => {
    const underWay = new Set<AbortController>()
    let told = instantNow(-loadMs)
    let returned: Instant | null = null
    let failed = false
    let judged: Belief = 'shown'

    function judge() {
      // What nobody looks at is judged when they come back.
      if (document.visibilityState !== 'visible') return
      const isFresh = msSince(told) < believedMs
      const isBack = returned !== null && msSince(returned) < returnMs
      const now = isFresh || isBack ? 'shown' : failed ? 'silent' : 'asking'
      // A device that slept wakes here first.
      if (judged === 'shown' && now === 'asking') lookNow()
      judged = now
      setBelief(now)
    }
    async function look() {
      if (document.visibilityState !== 'visible') return
      const asked = instantNow()
      const attempt = new AbortController()
      underWay.add(attempt)
      const newest = await askForVersion(attempt)
      if (!underWay.delete(attempt)) return
      failed = newest === null
      // As of when it was asked for: the answer may have been long under way.
      if (newest === version && msSince(asked) < msSince(told)) told = asked
      judge()
      // Until it is shown: a page that cannot be loaded anew stays as it was. And not from the start at every look.
      const isLoading = loadingSince.current !== null && msSince(loadingSince.current) < answerMs
      if (newest !== null && newest !== version && !isLoading) revalidate()
    }
    const lookNow = () => void look()
    const comeBack = () => {
      if (document.visibilityState !== 'visible') return
      if (judged === 'shown') returned = instantNow()
      failed = false
      judge()
      lookNow()
    }
    const looks = setInterval(lookNow, everyMs)
    const judgements = setInterval(judge, 1_000)
    judge()
    addEventListener('focus', lookNow)
    addEventListener('online', lookNow)
    addEventListener('pageshow', comeBack)
    document.addEventListener('visibilitychange', comeBack)
    return () => {
      clearInterval(looks)
      clearInterval(judgements)
      for (const attempt of underWay) attempt.abort()
      underWay.clear()
      removeEventListener('focus', lookNow)
      removeEventListener('online', lookNow)
      removeEventListener('pageshow', comeBack)
      document.removeEventListener('visibilitychange', comeBack)
    }
  }, [version, everyMs, revalidate])
  return belief
}

/** By two clocks: one stands still while the device sleeps, the other may be set back. In ms. */
interface Instant {
  wall: number
  running: number
}
const instantNow = (laterMs = 0): Instant => ({
  wall: Date.now() + laterMs,
  running: performance.now() + laterMs,
})
const msSince = ({ wall, running }: Instant): number =>
  Math.max(Date.now() - wall, performance.now() - running)

/** Null when the server did not answer in time; the empty string when the session is over. */
async function askForVersion(attempt: AbortController): Promise<string | null> {
  const timer = setTimeout(() => attempt.abort(), answerMs)
  try {
    const answer = await fetch('/family/version', {
      cache: 'no-store',
      redirect: 'error',
      signal: attempt.signal,
    })
    if (answer.status === 401) return ''
    if (!answer.ok) return null
    const body = (await answer.json()) as { version?: unknown }
    return typeof body.version === 'string' ? body.version : null
  } catch {
    return null
  } finally {
    clearTimeout(timer)
  }
}
