import { useMemo } from 'react'
import { thisOutbox } from '~/offline/this-outbox'
import { useOutbox } from '~/offline/use-outbox'
import { deedOf, type WaitingDeed } from './list-deeds'
import { refusedDeeds, type RefusedDeed } from './refused-deeds'

export interface Waiting {
  /** Done here, not yet known to the server; in the order in which they were done. */
  waiting: WaitingDeed[]
  /** Sent just now. Lay these over the server's data first: it may have answered before it knew of them. */
  sent: WaitingDeed[]
  refused: RefusedDeed[]
  /** `no_session`: the same person must sign in again before anything is sent. */
  paused: 'no_session' | 'other_person' | null
}

/** What waits on this phone, for pages to lay over what the server knows. Empty on the server. */
export function useWaiting(): Waiting {
  const view = useOutbox()
  return useMemo(
    () => ({
      waiting: view.waiting.map(deedOf).filter((deed) => deed !== null),
      sent: view.sent.map(deedOf).filter((deed) => deed !== null),
      refused: refusedDeeds(view, {
        retry: (id) => thisOutbox().retry(id),
        drop: (id) => thisOutbox().drop(id),
      }),
      paused: view.paused,
    }),
    [view],
  )
}

/** What was done here and is perhaps not in what the phone keeps, sent or not; for a `clientLoader`. */
export async function listDeeds(): Promise<WaitingDeed[]> {
  await thisOutbox().refresh()
  const { sent, waiting } = thisOutbox().view()
  return [...sent, ...waiting].map(deedOf).filter((deed) => deed !== null)
}
