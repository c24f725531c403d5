import { useEffect, useState } from 'react'
import { phoneNow, thisPhone } from '~/offline/this-phone'
import { keptArrival } from '../notification/kept-arrival'

export interface Arrivals {
  /** False until the phone was looked at. */
  isRead: boolean
  /** ms since 1970; null when none reached this phone since it belongs to this person. */
  last: number | null
  test: number | null
  /** When somebody last said of a test whether it came. */
  judged: number | null
}

const nothing: Arrivals = { isRead: false, last: null, test: null, judged: null }

/** What the worker wrote down of the pushes that reached this phone; newer as soon as another one does. */
export function useArrivals(): Arrivals {
  const [arrivals, setArrivals] = useState(nothing)
  useEffect(() => {
    const look = async () => {
      const store = await thisPhone().openStore()
      const last = await store.read(keptArrival, 'last')
      const test = await store.read(keptArrival, 'test')
      const judged = await store.read(keptArrival, 'judged')
      setArrivals({
        isRead: true,
        last: last?.at ?? null,
        test: test?.at ?? null,
        judged: judged?.at ?? null,
      })
    }
    const lookAgain = () =>
      void look().catch(() => setArrivals((known) => ({ ...known, isRead: true })))
    lookAgain()
    document.addEventListener('visibilitychange', lookAgain)
    const stop = thisPhone().channel.listen((news) => {
      if (news.kind === 'push' || news.kind === 'person') lookAgain()
    })
    return () => {
      stop()
      document.removeEventListener('visibilitychange', lookAgain)
    }
  }, [])
  return arrivals
}

/** Somebody has said whether the test came: nobody asks them once more. */
export async function keepJudged(): Promise<void> {
  const store = await thisPhone().openStore()
  await store.keep(keptArrival, { at: phoneNow().getTime(), kind: 'test' }, 'judged')
}
