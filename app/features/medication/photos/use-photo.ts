import { useEffect, useState } from 'react'
import { thisPhone } from '~/offline/this-phone'
import { findPhoto, photoCopy, type FoundPhoto } from './kept-photos'
import { base64Of } from './photo-bytes'
import { photoAddress } from './photo-limits'

export type PhotoView =
  | { state: 'looking' }
  /** `source` is an address for the page; `refused`: the server cannot read it; `no_room`: it has too many. */
  | { state: FoundPhoto['state']; source: string }
  /** Taken on another phone, and the server cannot be reached. */
  | { state: 'no_network' }
  /** Taken on another phone, which has not sent it yet. */
  | { state: 'not_sent' }

/** The page's policy lets pictures in from `data:`, and from `blob:` not. */
export const sourceOf = (jpeg: string) => `data:image/jpeg;base64,${jpeg}`

const looking: PhotoView = { state: 'looking' }

/** The picture of a photo: from this phone, else from the server, of which a copy stays on the phone. */
export function usePhoto(photoId: string): PhotoView {
  const [seen, setSeen] = useState<{ photoId: string; view: PhotoView } | null>(null)
  useEffect(() => {
    let gone = false
    const look = () =>
      void lookFor(photoId).then((view) => {
        if (!gone) setSeen({ photoId, view })
      })
    look()
    addEventListener('online', look)
    const stopListening = thisPhone().channel.listen((news) => {
      if (news.kind === 'unsent') look()
    })
    return () => {
      gone = true
      removeEventListener('online', look)
      stopListening()
    }
  }, [photoId])
  return seen?.photoId === photoId ? seen.view : looking
}

async function lookFor(photoId: string): Promise<PhotoView> {
  const store = await thisPhone().openStore()
  const found = await findPhoto(store, photoId)
  if (found) return { state: found.state, source: sourceOf(found.jpeg) }
  try {
    const response = await fetch(photoAddress(photoId), { redirect: 'error', cache: 'no-store' })
    const isPicture = response.headers.get('content-type')?.startsWith('image/') ?? false
    if (!response.ok || !isPicture) {
      await response.body?.cancel()
      return { state: response.status === 404 ? 'not_sent' : 'no_network' }
    }
    const jpeg = base64Of(new Uint8Array(await response.arrayBuffer()))
    void store.keep(photoCopy, jpeg, photoId)
    return { state: 'sent', source: sourceOf(jpeg) }
  } catch {
    return { state: 'no_network' }
  }
}
