import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'

/** Failures of the older kind come as 400 and say in the body what they mean; of the newer as they are. */
export type Manner = 'older' | 'newer'
export type Mood = 'well' | 'broken' | 'elsewhere'

export interface Asked {
  method: string
  path: string
  headers: Record<string, string>
  body: string
}

/** The part of Supabase Storage that is used, as its documentation and its own client have it. */
export async function startStorage(key: string, manner: Manner) {
  const buckets = new Map<string, { public: boolean; objects: Map<string, Buffer> }>()
  const asked: Asked[] = []
  let mood: Mood = 'well'

  const wrong = (status: number, code: string, message: string) =>
    manner === 'older'
      ? { status: 400, body: JSON.stringify({ statusCode: `${status}`, error: code, message }) }
      : { status, body: JSON.stringify({ code, message }) }
  const fine = (said: object) => ({ status: 200, body: JSON.stringify(said) })

  function answer(one: Asked, bytes: Buffer): { status: number; body: string | Buffer } {
    if (one.headers.authorization !== `Bearer ${key}` || one.headers.apikey !== key)
      return wrong(403, 'AccessDenied', 'access denied')
    if (one.path === '/storage/v1/bucket') {
      const { id, public: isPublic } = JSON.parse(one.body) as { id: string; public: boolean }
      if (buckets.has(id)) return wrong(409, 'BucketAlreadyExists', 'Already Exists')
      buckets.set(id, { public: isPublic, objects: new Map() })
      return fine({ name: id })
    }
    const [, name = '', at] = /^\/storage\/v1\/object\/([^/]+)(?:\/(.+))?$/.exec(one.path) ?? []
    const bucket = buckets.get(name)
    if (!bucket) return wrong(404, 'NoSuchBucket', 'Bucket not found')
    if (one.method === 'DELETE') {
      const { prefixes } = JSON.parse(one.body) as { prefixes: string[] }
      return fine(prefixes.filter((prefix) => bucket.objects.delete(prefix)))
    }
    if (!at) return wrong(400, 'InvalidRequest', 'no path')
    if (one.method === 'POST') {
      const stands = bucket.objects.has(at) && one.headers['x-upsert'] !== 'true'
      if (stands) return wrong(409, 'KeyAlreadyExists', 'The resource already exists')
      bucket.objects.set(at, bytes)
      return fine({ Key: `${name}/${at}` })
    }
    const found = bucket.objects.get(at)
    return found ? { status: 200, body: found } : wrong(404, 'NoSuchKey', 'Object not found')
  }

  const server = createServer((incoming, outgoing) => {
    void readAll(incoming).then((bytes) => {
      const headers = incoming.headers as Record<string, string>
      const one = { method: incoming.method ?? '', path: incoming.url ?? '', headers }
      asked.push({ ...one, body: bytes.toString('latin1') })
      if (mood === 'broken') return void outgoing.writeHead(502).end('<h1>Bad gateway</h1>')
      if (mood === 'elsewhere')
        return void outgoing.writeHead(302, { Location: 'http://127.0.0.1:9/' }).end()
      const { status, body } = answer({ ...one, body: bytes.toString('latin1') }, bytes)
      outgoing.writeHead(status, { 'Content-Type': 'application/json' }).end(body)
    })
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    buckets,
    asked,
    feel: (next: Mood) => void (mood = next),
    close: () =>
      new Promise<void>((done) => {
        server.close(() => done())
        server.closeAllConnections()
      }),
  }
}

export type TestStorage = Awaited<ReturnType<typeof startStorage>>

async function readAll(incoming: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of incoming) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}
