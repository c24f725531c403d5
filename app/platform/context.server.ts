import type { Cache } from './cache/cache.server'
import type { Clock } from './clock'
import type { Claims, Database, Tx } from './database/database.server'
import type { Env } from './env.server'
import type { RateLimits } from './http/rate-limits.server'
import type { Mails } from './mail/mail.server'
import type { PhotoStore } from './photos/photo-store.server'
import type { Push } from './push/push.server'
import type { Session } from './session/session.server'
import type { Log } from './telemetry/log.server'
import type { TextMessages } from './text-messages/text-messages.server'

/** The parts of one process, opened at start and closed at its end. Handed over, never imported. */
export interface Parts {
  env: Env
  clock: Clock
  log: Log
  db: Database
  cache: Cache
  limits: RateLimits
  textMessages: TextMessages
  mails: Mails
  photos: PhotoStore
  push: Push
  /** Every use case of Supabase Auth goes through this fetch: the local endpoint, or the real one. */
  authFetch: typeof fetch
}

/** What loaders, actions and use cases are handed: the parts, and who is asking. */
export interface RequestContext extends Parts {
  session: Session
  /** The claims of `session.viewer`, or null. */
  claims(): Claims | null
  /** A transaction with the viewer's rights. */
  asViewer<T>(work: (tx: Tx) => Promise<T>): Promise<T>
  /** The client's address as `TRUST_PROXY` allows it to be believed; for rate limits only. */
  clientAddress: string
  cspNonce: string
}

declare module '@remix-run/node' {
  interface AppLoadContext extends RequestContext {}
}
