import type { CommandResult } from './outbox/wire'

/** What one tab or the worker tells the others. */
export type PhoneNews =
  | { kind: 'person' }
  | { kind: 'outbox' }
  /** What a page got from the server is kept now. */
  | { kind: 'kept' }
  | { kind: 'results'; results: CommandResult[] }
  /** What is unsent besides deeds is more, or less, or otherwise. */
  | { kind: 'unsent' }
  /** A push has arrived and is shown; `about` is the feature's own word for it. */
  | { kind: 'push'; about: string }
  | { kind: 'wiped'; personId: string | null }

export interface Channel {
  tell(news: PhoneNews): void
  /** Also hears what this page itself tells. Returns how to stop listening. */
  listen(hear: (news: PhoneNews) => void): () => void
  close(): void
}

/** `make` may be null where there is no BroadcastChannel: then only this page hears. */
export function createChannel(make: (() => BroadcastChannel) | null): Channel {
  const listeners = new Set<(news: PhoneNews) => void>()
  const hearAll = (news: PhoneNews) => listeners.forEach((hear) => hear(news))
  const broadcast = make?.()
  if (broadcast)
    broadcast.onmessage = (event: MessageEvent<PhoneNews>) => {
      hearAll(event.data)
    }
  return {
    tell(news) {
      hearAll(news)
      broadcast?.postMessage(news)
    },
    listen(hear) {
      listeners.add(hear)
      return () => void listeners.delete(hear)
    },
    close: () => broadcast?.close(),
  }
}
