import { PhotoStoreError, type PhotoStore } from './photo-store.server'

const bucket = 'photos'
const limitMs = 10_000

interface Project {
  /** Of the project, without a path. */
  url: string
  serviceKey: string
}

/** What Storage says of a failure: an HTTP 400 may carry the status that is meant in its body. */
interface Complaint {
  status: number
  /** Of the newer and the older kind of message: `NoSuchBucket`, `Bucket not found`. */
  words: string
}

/**
 * Photos in Supabase Storage, in a private bucket that is made when the first one is kept. Spoken to with the
 * service key: who may see a picture is decided by the row that names it, not by Storage.
 */
export function createSupabasePhotos({ url, serviceKey }: Project): PhotoStore {
  const base = `${url}/storage/v1`
  const pathOf = (fileId: string) => `${fileId.slice(0, 2)}/${fileId}`
  const objectAt = (fileId: string) => `/object/${bucket}/${pathOf(fileId)}`

  async function ask(method: string, path: string, body?: BodyInit, headers = {}) {
    try {
      return await fetch(base + path, {
        method,
        headers: { apikey: serviceKey, Authorization: `Bearer ${serviceKey}`, ...headers },
        ...(body === undefined ? {} : { body }),
        redirect: 'error',
        signal: AbortSignal.timeout(limitMs),
      })
    } catch (error) {
      const name = error instanceof Error ? error.name : 'unknown'
      throw new PhotoStoreError(`Storage was not reached (${name})`)
    }
  }
  const askJson = (method: string, path: string, body: object) =>
    ask(method, path, JSON.stringify(body), { 'Content-Type': 'application/json' })

  async function makeBucket(): Promise<void> {
    const made = await askJson('POST', '/bucket', { id: bucket, name: bucket, public: false })
    const wrong = await complaintOf(made)
    if (wrong && wrong.status !== 409) throw failure('would not make the bucket', wrong)
  }

  return {
    async put(fileId, { bytes, mediaType }) {
      const send = async () =>
        complaintOf(
          await ask('POST', objectAt(fileId), new Uint8Array(bytes), {
            'Content-Type': mediaType,
            'Cache-Control': 'max-age=0',
            'x-upsert': 'false',
          }),
        )
      let wrong = await send()
      if (wrong && isMissingBucket(wrong)) {
        await makeBucket()
        wrong = await send()
      }
      if (wrong && wrong.status !== 409) throw failure('did not keep a photo', wrong)
    },
    async get(fileId) {
      const answer = await ask('GET', objectAt(fileId))
      if (answer.ok) return new Uint8Array(await answer.arrayBuffer())
      const wrong = await complaintOf(answer)
      if (wrong?.status === 404) return null
      throw failure('did not give a photo', wrong)
    },
    async remove(fileIds) {
      if (fileIds.length === 0) return
      const prefixes = fileIds.map(pathOf)
      const wrong = await complaintOf(await askJson('DELETE', `/object/${bucket}`, { prefixes }))
      if (wrong && !isMissingBucket(wrong)) throw failure('did not remove photos', wrong)
    },
  }
}

/** Null when all went well; reads the answer to its end. */
async function complaintOf(answer: Response): Promise<Complaint | null> {
  if (answer.ok) {
    await answer.body?.cancel()
    return null
  }
  const said: unknown = await answer.json().catch(() => null)
  const { statusCode, code, error, message } = (said ?? {}) as Record<string, unknown>
  const status = Number(statusCode)
  return {
    status: Number.isInteger(status) && status > 0 ? status : answer.status,
    words: [code, error, message].map(String).join(' '),
  }
}

const isMissingBucket = ({ status, words }: Complaint) =>
  status === 404 && /NoSuchBucket|Bucket not found/i.test(words)

const failure = (what: string, wrong: Complaint | null) =>
  new PhotoStoreError(`Storage ${what} (${wrong?.status ?? 'no status'})`)
