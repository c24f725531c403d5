import { useEffect, useState } from 'react'
import { thisPhone } from '~/offline/this-phone'
import { keptArrival } from '../notification/kept-arrival'

export interface Arrivals {
  /** ms since 1970; null when none reached this phone since it belongs to this person. */
  last: number | null
  test: number | null
}

/** What the worker wrote down of the pushes that reached this phone; newer as soon as another one does. */
export function useArrivals(): Arrivals {
  const [arrivals, setArrivals] = useState<Arrivals>({ last: null, test: null })
  useEffect(() => {
    const look = async () => {
      const store = await thisPhone().openStore()
      const last = await store.read(keptArrival, 'last')
      const test = await store.read(keptArrival, 'test')
      setArrivals({ last: last?.at ?? null, test: test?.at ?? null })
    }
    const lookAgain = () => void look()
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
