import { useLocation } from '@remix-run/react'
import { useEffect, useState } from 'react'
import type { RefusedDeed } from './refused-deeds'
import { useWaiting } from './use-waiting'

/**
 * What the server would not take, by where it is shown: above the page, where it is seen first; but below
 * it while somebody is using the page, since nothing may move under a finger that is on its way.
 */
export function useRefused(): { above: RefusedDeed[]; below: RefusedDeed[] } {
  const { refused } = useWaiting()
  const { key } = useLocation()
  const [placed, setPlaced] = useState({ page: key, inUse: false, above: new Set<string>() })
  const ids = refused.map(({ id }) => id).join()

  useEffect(() => {
    const use = () => setPlaced((now) => (now.inUse ? now : { ...now, inUse: true }))
    addEventListener('pointerdown', use)
    addEventListener('keydown', use)
    return () => {
      removeEventListener('pointerdown', use)
      removeEventListener('keydown', use)
    }
  }, [])
  useEffect(() => {
    setPlaced((now) => {
      const isNew = now.page !== key
      if (now.inUse && !isNew) return now
      return { page: key, inUse: false, above: new Set(ids.split(',')) }
    })
  }, [key, ids])

  const isAbove = ({ id }: RefusedDeed) => placed.above.has(id)
  return { above: refused.filter(isAbove), below: refused.filter((deed) => !isAbove(deed)) }
}
