/** What a page may ask of the service worker. Each is answered on the port that came with it. */
export type WorkerMessage =
  /** Keep the documents of these paths for offline, as far as they are not kept yet. */
  | { type: 'warm'; paths: string[] }
  /** A new version that waits takes over now. Named as workbox-window names it. */
  | { type: 'SKIP_WAITING' }
  | { type: 'build' }

export type WorkerReply =
  { ok: true; build: string; kept?: number } | { ok: false; error: 'unknown_message' | 'failed' }

/** What the worker may ask of a page: to go to a path of the app. The page answers anything on the port. */
export interface PageMessage {
  type: 'open'
  path: string
}
