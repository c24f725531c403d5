import { hangsOn } from '~/features/medication/facts/hangs-on'
import type { Outbox, OutboxView } from '~/offline/outbox/outbox'
import { deedOf, type WaitingDeed } from './list-deeds'

/** What the server would not take, with everything that can only be taken after it. */
export interface RefusedDeed {
  id: string
  reason: string
  /** Null when it cannot be read any more, or comes from a newer version of the app. */
  deed: WaitingDeed | null
  /** How many deeds hang on it and were refused because of it alone: decided with it. */
  hanging: number
  /** What was done: this one and those that hang on it, in their order, as far as they can be read. */
  deeds: WaitingDeed[]
  retry(): Promise<void>
  drop(): Promise<void>
}

/** The refused deeds that a person decides about, one decision for what belongs together. */
export function refusedDeeds(
  { refused }: Pick<OutboxView, 'refused'>,
  outbox: Pick<Outbox, 'retry' | 'drop'>,
): RefusedDeed[] {
  const all = refused.map((entry) => ({
    id: entry.id,
    reason: entry.reason ?? 'unexplained',
    deed: deedOf(entry),
  }))
  const hangingOn = new Map<string, string[]>()
  for (const { id, reason, deed } of all) {
    if (reason !== 'unknown_course') continue
    const first = all.find((other) => other.id !== id && isMadeBy(deed, other.deed))
    if (first) hangingOn.set(first.id, [...(hangingOn.get(first.id) ?? []), id])
  }
  const hanging = new Set([...hangingOn.values()].flat())
  return all
    .filter(({ id }) => !hanging.has(id))
    .map((one) => {
      const ids = [one.id, ...(hangingOn.get(one.id) ?? [])]
      // In their order: the first of them makes the others possible.
      const each = async (act: (id: string) => Promise<void>) => {
        for (const id of ids) await act(id)
      }
      return {
        ...one,
        hanging: ids.length - 1,
        deeds: all.filter(({ id }) => ids.includes(id)).flatMap(({ deed }) => deed ?? []),
        retry: () => each(outbox.retry),
        drop: () => each(outbox.drop),
      }
    })
}

const isMadeBy = (deed: WaitingDeed | null, other: WaitingDeed | null): boolean =>
  deed?.type === 'record_facts' &&
  other?.type === 'record_facts' &&
  hangsOn(deed.payload, other.payload)
