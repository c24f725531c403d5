import { useCallback, useRef } from 'react'
import { thisPhone } from '~/offline/this-phone'
import type { Store } from '~/offline/store/store'

/** What one page does with the phone's store, one after the other: nothing is laid over what came later. */
export function useInTurn(): <T>(work: (store: Store) => Promise<T>) => Promise<T> {
  const queue = useRef<Promise<unknown>>(Promise.resolve())
  return useCallback((work) => {
    const turn = () => thisPhone().withStore(work)
    const done = queue.current.then(turn, turn)
    queue.current = done
    return done
  }, [])
}
