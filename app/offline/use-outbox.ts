import { useEffect, useSyncExternalStore } from 'react'
import { emptyView, type OutboxView } from './outbox/outbox'
import { thisOutbox } from './this-outbox'

const nothing = () => emptyView

/** What waits on the phone and what was refused, always as it stands now, in every tab. */
export function useOutbox(): OutboxView {
  useEffect(() => {
    void thisOutbox().refresh()
  }, [])
  return useSyncExternalStore(subscribe, view, nothing)
}

const subscribe = (changed: () => void) => thisOutbox().subscribe(changed)
const view = () => thisOutbox().view()
