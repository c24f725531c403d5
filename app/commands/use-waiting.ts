import { useMemo } from 'react'
import { thisOutbox } from '~/offline/this-outbox'
import { useOutbox } from '~/offline/use-outbox'
import { deedOf, type WaitingDeed } from './list-deeds'

export interface RefusedDeed {
  id: string
  reason: string
  /** Null when it cannot be read any more, or comes from a newer version of the app. */
  deed: WaitingDeed | null
  retry(): Promise<void>
  drop(): Promise<void>
}

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
      refused: view.refused.map((entry) => ({
        id: entry.id,
        reason: entry.reason ?? 'unexplained',
        deed: deedOf(entry),
        retry: () => thisOutbox().retry(entry.id),
        drop: () => thisOutbox().drop(entry.id),
      })),
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
