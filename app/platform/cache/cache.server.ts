/**
 * The named keys, how long each lives, and the version of the value's shape: raise `shape` whenever the
 * shape changes, so that an old process and a new one never read each other's values. What is not `shared` stays
 * in the memory of this process: nothing of anybody's health lies in Redis.
 */
export const cacheLives = {
  catalogue: { ttlMs: 10 * 60_000, shape: 1, shared: true },
  learning: { ttlMs: 60 * 60_000, shape: 1, shared: true },
  /** Of one version of somebody's medicines, which its key names: it is never out of date. */
  medicines: { ttlMs: 10 * 60_000, shape: 1, shared: false },
} as const

export type CacheName = keyof typeof cacheLives

/** In-process memory, and Redis behind it when `REDIS_URL` is set. A dead Redis costs nothing but hits. */
export interface Cache {
  /**
   * The kept value, or what `make` returns, made once however many ask at the same time. Values are JSON
   * (a Date comes back as text), shared between requests and frozen. What `make` throws is thrown on.
   */
  getOrMake<T>(name: CacheName, id: string, make: () => Promise<T>): Promise<T>
  /** Never throws. What is being made at this moment is not kept either; other processes follow. */
  forget(name: CacheName, id: string): Promise<void>
  close(): Promise<void>
}
