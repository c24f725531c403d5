import { createDecipheriv, createECDH, createHash, hkdfSync, randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { pushMessageSchema, type PushMessage } from '~/features/reminders/push-message'

const certificates = new URL('./certificates/', import.meta.url)
const read = (name: string) => readFileSync(new URL(name, certificates), 'utf8')

/** Of `localhost`, trusted by nobody else: a push service speaks HTTPS. */
export const pushServiceCertificate = read('localhost-cert.pem')
export const certificatePath = new URL('localhost-cert.pem', certificates).pathname

export type Behaviour =
  | { answers: number; retryAfter?: string }
  /** Takes the push and says nothing. */
  | 'nothing'
  /** Breaks the connection off. */
  | 'breaks'

export interface Received {
  phone: TestPhone
  topic: string
  ttl: number
  urgency: string
  authorization: string
  body: string
  /** @throws when it is no reminder. */
  readonly message: PushMessage
  at: number
}

/** A browser's end of a subscription: it alone can read what is pushed to it. */
export interface TestPhone {
  endpoint: string
  keys: { p256dh: string; auth: string }
  read(body: Buffer): string
}

/** A push service of one's own on a free port, which takes everything (201) until it is told otherwise. */
export async function startPushService() {
  const received: Received[] = []
  const phones = new Map<string, TestPhone>()
  const behaviours = new Map<string, Behaviour[]>()
  const asked = new Map<string, number>()
  let slowByMs = 0
  const server = createServer(
    { key: read('localhost-key.pem'), cert: pushServiceCertificate },
    (request, response) => {
      const parts: Buffer[] = []
      request.on('data', (part: Buffer) => parts.push(part))
      request.on('end', () => {
        const path = request.url ?? ''
        const phone = phones.get(path)
        asked.set(path, (asked.get(path) ?? 0) + 1)
        const waiting = behaviours.get(path) ?? []
        const behaviour = waiting.length > 1 ? waiting.shift() : waiting[0]
        if (behaviour === 'nothing') return
        if (behaviour === 'breaks') return void request.socket.destroy()
        const status = behaviour?.answers ?? (phone ? 201 : 404)
        if (phone && status === 201) received.push(readPush(phone, request.headers, parts))
        if (behaviour?.retryAfter) response.setHeader('Retry-After', behaviour.retryAfter)
        setTimeout(() => response.writeHead(status).end(), slowByMs)
      })
    },
  )
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const host = `localhost:${(server.address() as AddressInfo).port}`
  return {
    host,
    received,
    /** A phone with a subscription here. */
    addPhone(): TestPhone {
      const path = `/push/${randomBytes(12).toString('hex')}`
      const phone = testPhone(`https://${host}${path}`)
      phones.set(path, phone)
      return phone
    },
    /** How the next pushes to a phone are answered, one after the other; the last one goes on. */
    behave(phone: TestPhone, ...next: Behaviour[]) {
      behaviours.set(new URL(phone.endpoint).pathname, next)
    },
    /** What a phone got, the first first. */
    to: (phone: TestPhone) => received.filter((one) => one.phone === phone),
    /** How many pushes to a phone came in, whatever was answered. */
    asked: (phone: TestPhone) => asked.get(new URL(phone.endpoint).pathname) ?? 0,
    slowBy: (ms: number) => void (slowByMs = ms),
    async stop() {
      server.closeAllConnections()
      await new Promise((done) => server.close(done))
    },
  }
}
export type PushService = Awaited<ReturnType<typeof startPushService>>

function readPush(
  phone: TestPhone,
  headers: NodeJS.Dict<string | string[]>,
  parts: Buffer[],
): Received {
  const body = phone.read(Buffer.concat(parts))
  return {
    phone,
    body,
    topic: String(headers.topic),
    ttl: Number(headers.ttl),
    urgency: String(headers.urgency),
    authorization: String(headers.authorization),
    get message() {
      return pushMessageSchema.parse(JSON.parse(body))
    },
    at: Date.now(),
  }
}

/** Reads `aes128gcm` (RFC 8188) as RFC 8291 has it for Web Push. */
function testPhone(endpoint: string): TestPhone {
  const curve = createECDH('prime256v1')
  const publicKey = curve.generateKeys()
  const auth = randomBytes(16)
  return {
    endpoint,
    keys: { p256dh: publicKey.toString('base64url'), auth: auth.toString('base64url') },
    read(body) {
      const salt = body.subarray(0, 16)
      const length = body.readUInt8(20)
      const sender = body.subarray(21, 21 + length)
      const info = Buffer.concat([Buffer.from('WebPush: info\0'), publicKey, sender])
      const secret = hkdfSync('sha256', curve.computeSecret(sender), auth, info, 32)
      const derive = (name: string, size: number) =>
        Buffer.from(
          hkdfSync('sha256', Buffer.from(secret), salt, `Content-Encoding: ${name}\0`, size),
        )
      const sealed = body.subarray(21 + length)
      const cipher = createDecipheriv('aes-128-gcm', derive('aes128gcm', 16), derive('nonce', 12))
      cipher.setAuthTag(sealed.subarray(-16))
      const opened = Buffer.concat([cipher.update(sealed.subarray(0, -16)), cipher.final()])
      return opened.subarray(0, opened.lastIndexOf(2)).toString('utf8')
    },
  }
}

export const hashOf = (endpoint: string) =>
  createHash('sha256').update(endpoint).digest('base64url')
