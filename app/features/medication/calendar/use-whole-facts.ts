import { useEffect, useState } from 'react'
import { thisPhone } from '~/offline/this-phone'
import { isWhole } from '../facts/kept-facts'
import { readMedication } from '../facts/load-kept-medication'
import type { Facts } from '../schedule/facts'
import { mergeFacts } from '../schedule/merge-facts'
import { calendarWants } from './calendar-response'

/**
 * What a page shows of the medicines with everything else that the phone keeps of them, since how long they
 * last follows from more than a page is given. Null until it is read, and where the phone has not been given everything.
 */
export function useWholeFacts(isWanted: boolean, shown: Facts): Facts | null {
  const [whole, setWhole] = useState<Facts | null>(null)
  useEffect(() => {
    if (!isWanted) return
    let isOver = false
    const read = async () => {
      const store = await thisPhone().openStore()
      const kept = (await isWhole(store)) ? await readMedication(store, calendarWants) : null
      // The page may have come from the server a moment ago, and not be kept yet.
      if (!isOver) setWhole(kept && mergeFacts(kept.facts, shown))
    }
    void read().catch(() => undefined)
    return () => {
      isOver = true
    }
  }, [isWanted, shown])
  return whole
}
