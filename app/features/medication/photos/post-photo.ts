import { bytesOf } from './photo-bytes'
import { photoAddress } from './photo-limits'

/** A picture of 300 KB at 25 kbit/s. */
const limitMs = 120_000

export type PostedPhoto =
  | { kind: 'kept' }
  /** No such photo of whoever is signed in: not theirs, or taken back elsewhere. */
  | { kind: 'unknown' }
  /** No picture that the server takes, whoever sends it and how often. */
  | { kind: 'refused' }
  /** The person has as many pictures as one may have. */
  | { kind: 'no_room' }
  | { kind: 'no_consent' }
  | { kind: 'no_session' }
  /** No network, a dead server, or somebody else answering in its place. `afterMs`: not before. */
  | { kind: 'no_answer'; afterMs: number | null }

/** Sends one picture. An answer counts only when it is JSON of this contract (see `routes/photo-file.ts`). */
export async function postPhoto(
  fetcher: typeof fetch,
  photoId: string,
  jpeg: string,
): Promise<PostedPhoto> {
  const abort = new AbortController()
  const timer = setTimeout(() => abort.abort(), limitMs)
  try {
    const response = await fetcher(photoAddress(photoId), {
      method: 'POST',
      body: new Blob([bytesOf(jpeg)], { type: 'image/jpeg' }),
      headers: { 'Content-Type': 'image/jpeg', Accept: 'application/json' },
      redirect: 'manual',
      credentials: 'same-origin',
      cache: 'no-store',
      signal: abort.signal,
    })
    return await readAnswer(response, photoId)
  } catch {
    return { kind: 'no_answer', afterMs: null }
  } finally {
    clearTimeout(timer)
  }
}

const kinds: Record<string, Exclude<PostedPhoto['kind'], 'kept' | 'no_answer'>> = {
  unknown_photo: 'unknown',
  not_a_picture: 'refused',
  too_large: 'refused',
  no_room: 'no_room',
  no_consent: 'no_consent',
  no_session: 'no_session',
}

async function readAnswer(response: Response, photoId: string): Promise<PostedPhoto> {
  const isJson = response.headers.get('content-type')?.startsWith('application/json') ?? false
  const body = isJson ? ((await response.json()) as Record<string, unknown> | null) : null
  if (body?.v === 1) {
    if (response.status === 200 && body.kept === photoId) return { kind: 'kept' }
    const kind = kinds[String(body.error)]
    if (kind) return { kind }
  }
  const seconds = Number(response.headers.get('retry-after') ?? NaN)
  return { kind: 'no_answer', afterMs: Number.isNaN(seconds) ? null : seconds * 1000 }
}
