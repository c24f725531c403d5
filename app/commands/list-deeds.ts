import type { OutboxEntry } from '~/offline/store/outbox-drawer'
import type { Store } from '~/offline/store/store'
import { readDeed, type Command } from './catalog'

/** `occurredAt` is ISO 8601; `kept` is false for what lives in this page's memory only. */
export type WaitingDeed = Command & { id: string; occurredAt: string; kept: boolean }

/** What was done on this phone and is perhaps not in what it keeps, sent or not: for the worker. */
export async function listDeedsIn(store: Pick<Store, 'outbox'>): Promise<WaitingDeed[]> {
  const entries = await store.outbox.list()
  const those = (state: OutboxEntry['state']) => entries.filter((entry) => entry.state === state)
  return [...those('sent'), ...those('waiting')].map(deedOf).filter((deed) => deed !== null)
}

/** Null when it cannot be read any more, or comes from a newer version of the app. */
export function deedOf({ command, durable }: OutboxEntry): WaitingDeed | null {
  const deed = command && readDeed(command)
  return deed && { ...deed, id: command.id, occurredAt: command.occurredAt, kept: durable }
}
