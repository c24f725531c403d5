import type { KeptShape } from '~/offline/store/kept-shape'
import type { Store } from '~/offline/store/store'

/** A picture as the phone keeps it: JPEG in base64, sealed like everything else. */
export interface WaitingPhoto {
  jpeg: string
  /** ms since 1970. */
  takenAt: number
  /** The server would not take it: it is not sent again, and the person is told. */
  refused: boolean
  /** Why: the person has as many pictures as one may have. */
  noRoom?: boolean
}

/** The server does not have it yet. */
export const waitingPhoto: KeptShape<WaitingPhoto> = {
  name: 'photo',
  v: 1,
  unsent: true,
  schema: reading((value) => {
    const { jpeg, takenAt, refused } = (value ?? {}) as Partial<WaitingPhoto>
    return typeof jpeg === 'string' && typeof takenAt === 'number' && typeof refused === 'boolean'
  }),
}

/** The server has it as well; kept to be seen without a network. */
export const photoCopy: KeptShape<string> = {
  name: 'photo-copy',
  v: 1,
  schema: reading((value) => typeof value === 'string'),
}

export interface FoundPhoto {
  jpeg: string
  state: 'sent' | 'waiting' | 'refused' | 'no_room'
}

/** What the phone has of a photo; null when it was never on this phone. */
export async function findPhoto(store: Store, photoId: string): Promise<FoundPhoto | null> {
  const waiting = await store.read(waitingPhoto, photoId)
  if (waiting) return { jpeg: waiting.jpeg, state: stateOf(waiting) }
  const jpeg = await store.read(photoCopy, photoId)
  return jpeg === null ? null : { jpeg, state: 'sent' }
}

function stateOf({ refused, noRoom }: WaitingPhoto): FoundPhoto['state'] {
  if (!refused) return 'waiting'
  return noRoom ? 'no_room' : 'refused'
}

export async function forgetPhoto(store: Store, photoId: string): Promise<void> {
  await store.forget(waitingPhoto, photoId)
  await store.forget(photoCopy, photoId)
}

function reading<T>(fits: (value: unknown) => boolean): KeptShape<T>['schema'] {
  return {
    safeParse: (value) => (fits(value) ? { success: true, data: value as T } : { success: false }),
  }
}
