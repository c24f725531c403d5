import { randomUUID } from 'node:crypto'
import { createClient } from '@supabase/supabase-js'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import ws from 'ws'
import { PhotoStoreError, type PhotoStore } from './photo-store.server'
import { createSupabasePhotos } from './supabase-photos.server'
import { startStorage, type Asked, type TestStorage } from './test-storage'

const serviceKey = 'sb_secret_of_the_test'
const picture = (...bytes: number[]) => ({ bytes: Uint8Array.from(bytes), mediaType: 'image/jpeg' })

describe.each(['older', 'newer'] as const)('Storage with failures of the %s kind', (manner) => {
  let storage: TestStorage
  let photos: PhotoStore
  beforeEach(async () => {
    storage = await startStorage(serviceKey, manner)
    photos = createSupabasePhotos({ url: storage.url, serviceKey })
  })
  afterEach(() => storage.close())

  test('has nothing before the first photo, which makes the bucket, and a private one', async () => {
    const id = randomUUID()
    expect(await photos.get(id)).toBeNull()
    await photos.remove([id])
    expect([...storage.buckets]).toEqual([])
    await photos.put(id, picture(1, 0xff, 3))
    expect(await photos.get(id)).toEqual(Uint8Array.of(1, 0xff, 3))
    expect(storage.buckets.get('photos')?.public).toBe(false)
  })

  test('the first of a name stands, and what is removed may be removed again', async () => {
    const [one, other] = [randomUUID(), randomUUID()]
    await photos.put(one, picture(1))
    await photos.put(one, picture(2))
    await photos.put(other, picture(3))
    expect(await photos.get(one)).toEqual(Uint8Array.of(1))
    await photos.remove([one, randomUUID()])
    await photos.remove([one])
    expect(await photos.get(one)).toBeNull()
    expect(await photos.get(other)).toEqual(Uint8Array.of(3))
  })

  test('two processes that keep their first photo at once both succeed', async () => {
    const second = createSupabasePhotos({ url: storage.url, serviceKey })
    const [one, other] = [randomUUID(), randomUUID()]
    await Promise.all([photos.put(one, picture(1)), second.put(other, picture(2))])
    expect(storage.buckets.get('photos')?.objects.size).toBe(2)
  })

  test.each(['broken', 'elsewhere'] as const)(
    'that is %s is a failure, never an empty answer, and the failure names no file and no key',
    async (mood) => {
      const id = randomUUID()
      await photos.put(id, picture(1))
      storage.feel(mood)
      for (const attempt of [photos.put(id, picture(1)), photos.get(id), photos.remove([id])]) {
        const failure: unknown = await attempt.catch((error: unknown) => error)
        expect(failure).toBeInstanceOf(PhotoStoreError)
        expect(String(failure)).not.toContain(id)
        expect(String(failure)).not.toContain(serviceKey)
      }
    },
  )

  test('with a key it does not know is a failure as well', async () => {
    const stranger = createSupabasePhotos({ url: storage.url, serviceKey: 'guessed' })
    await expect(stranger.put(randomUUID(), picture(1))).rejects.toThrow(/403/)
    await expect(stranger.get(randomUUID())).rejects.toThrow(/403/)
    await expect(stranger.remove([randomUUID()])).rejects.toThrow(/403/)
  })
})

test('asks exactly as the project’s own client does', async () => {
  const storage = await startStorage(serviceKey, 'newer')
  try {
    const id = randomUUID()
    const at = `${id.slice(0, 2)}/${id}`
    const { mediaType, bytes } = picture(1, 2)
    const photos = createSupabasePhotos({ url: storage.url, serviceKey })
    await photos.put(id, { mediaType, bytes })
    await photos.get(id)
    await photos.remove([id])
    const [, ...ours] = storage.asked.splice(0)

    storage.buckets.clear()
    const official = createClient(storage.url, serviceKey, {
      realtime: { transport: ws as never },
    }).storage
    await official.createBucket('photos', { public: false })
    const files = official.from('photos')
    const uploaded = await files.upload(at, bytes, { contentType: mediaType, cacheControl: '0' })
    expect(uploaded.error).toBeNull()
    await files.download(at)
    await files.remove([at])

    const shown = ({ method, path, body, headers }: Asked) => {
      const { authorization, apikey, 'content-type': type, 'cache-control': cache } = headers
      const upsert = headers['x-upsert']
      const said = type === 'application/json' ? (JSON.parse(body) as unknown) : body
      return { method, path, said, authorization, apikey, type, cache, upsert }
    }
    expect(ours.map(shown)).toEqual(storage.asked.map(shown))
    expect(ours).toHaveLength(4)
  } finally {
    await storage.close()
  }
})
