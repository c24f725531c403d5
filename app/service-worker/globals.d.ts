/** Put in by `tools/build-service-worker.mjs`. */
declare const BUILD_ID: string
/** Every file under `build/client`; `revision` is null where the name has a hash in it. */
declare const PRECACHE: { url: string; revision: string | null }[]

/** Background Sync, which TypeScript's library does not know. */
interface SyncEvent extends ExtendableEvent {
  readonly tag: string
}
interface ServiceWorkerRegistration {
  readonly sync?: { register(tag: string): Promise<void> }
}
/** Of a declarative push, which TypeScript’s library does not know. */
interface PushEvent {
  readonly notification?: Notification | null
}
interface ServiceWorkerGlobalScopeEventMap {
  sync: SyncEvent
  pushsubscriptionchange: ExtendableEvent
}
