import * as z from 'zod/mini'
import type { KeptShape } from '~/offline/store/kept-shape'
import type { Store } from '~/offline/store/store'

const mostBytes = 8 * 1024 * 1024
const atOnce = 32 * 1024

/** A picture from another app's share sheet, until its text is read; it never leaves the phone. */
export interface SharedPicture {
  type: string
  base64: string
}

const sharedPicture: KeptShape<SharedPicture> = {
  name: 'scam-picture',
  v: 1,
  schema: z.object({ type: z.string(), base64: z.string() }),
}

const soughtMark: KeptShape<true> = {
  name: 'scam-picture-sought',
  v: 1,
  schema: z.literal(true),
}

/** @returns what the page has to say of it: a picture that is not kept is not said to have come. */
export async function keepSharedPicture(
  store: Store,
  picture: File,
): Promise<'waiting' | 'too_large' | 'not_kept'> {
  if (picture.size > mostBytes) return 'too_large'
  const bytes = new Uint8Array(await picture.arrayBuffer())
  let binary = ''
  for (let from = 0; from < bytes.length; from += atOnce)
    binary += String.fromCharCode(...bytes.subarray(from, from + atOnce))
  const isKept = await store.keep(sharedPicture, { type: picture.type, base64: btoa(binary) })
  if (!isKept) await store.forget(sharedPicture)
  return isKept ? 'waiting' : 'not_kept'
}

/** Stays until it is read or put away: a page that goes away, or waits for a network, loses nothing. */
export const readSharedPicture = (store: Store) => store.read(sharedPicture)

export async function forgetSharedPicture(store: Store): Promise<void> {
  await store.forget(sharedPicture)
  await store.forget(soughtMark)
}

/** @returns false where it was begun before: a picture that brings the page down is not to do so again. */
export async function beginSeekingCode(store: Store): Promise<boolean> {
  if (await store.read(soughtMark)) return false
  await store.keep(soughtMark, true)
  return true
}
