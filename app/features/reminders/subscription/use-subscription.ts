import { useCallback, useEffect, useState } from 'react'
import type { Refreshed } from './refresh-subscription'

export type Subscription = Refreshed | { kind: 'looking' }

const load = () => import('./this-push.client')

/**
 * Whether the server can reach this phone, looked at as soon as the person has allowed it. `again` looks once
 * more, as after 「알림 켜기」.
 */
export function useSubscription(isAllowed: boolean): {
  state: Subscription
  again(): Promise<void>
} {
  const [state, setState] = useState<Subscription>({ kind: 'looking' })
  const again = useCallback(async () => {
    setState({ kind: 'looking' })
    const { refreshThisPhone } = await load()
    setState(await refreshThisPhone().catch((): Refreshed => ({ kind: 'no_network' })))
  }, [])
  useEffect(() => {
    if (!isAllowed) return
    void again()
    const whenBack = () => void again()
    addEventListener('online', whenBack)
    return () => removeEventListener('online', whenBack)
  }, [isAllowed, again])
  return { state, again }
}
