import { useEffect, useSyncExternalStore } from 'react'
import { findUpdate, holdUpdates, listenForUpdates } from './update-offer'
import { useOutbox } from './use-outbox'

const none = () => null

/**
 * A function that switches to the new version, or null. Offered at rest only: nothing waits to be sent and
 * no form is half filled in. Switching loads the page anew.
 */
export function useUpdateOffer(): (() => void) | null {
  const accept = useSyncExternalStore(listenForUpdates, findUpdate, none)
  const { waiting } = useOutbox()
  return waiting.length > 0 ? null : accept
}

/** While `dirty`, no new version is offered: it would throw away what somebody typed. */
export function useDirtyForm(dirty: boolean): void {
  useEffect(() => (dirty ? holdUpdates() : undefined), [dirty])
}
