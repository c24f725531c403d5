import { ECDH } from 'node:crypto'
import { sql } from 'kysely'
import * as z from 'zod'
import type { RequestContext } from '~/platform/context.server'

const base64url = /^[A-Za-z0-9_-]+={0,2}$/
const endpoint = z.string().min(10).max(1_000)
const subscriptionSchema = z.object({
  endpoint,
  keys: z.object({
    // A point on P-256 and 16 bytes (RFC 8291), with or without padding.
    p256dh: z.string().min(86).max(90).regex(base64url),
    auth: z.string().min(22).max(26).regex(base64url),
  }),
})
const releaseSchema = z.object({ endpoint })

export type ClaimedDevice = { claimed: true } | { claimed: false; error: DeviceError }
/** `gone`: its push service said so; the phone has to make another. */
export type DeviceError = 'bad_subscription' | 'push_host_unknown' | 'gone'

/**
 * From now on this phone is reminded for the viewer, whoever it was reminded for before. Called at every start
 * of the app: the same subscription again changes nothing.
 */
export async function claimPushDevice(
  context: RequestContext,
  subscription: unknown,
): Promise<ClaimedDevice> {
  const parsed = subscriptionSchema.safeParse(subscription)
  if (!parsed.success || !isPoint(parsed.data.keys.p256dh))
    return { claimed: false, error: 'bad_subscription' }
  const { endpoint, keys } = parsed.data
  if (!context.push.accepts(endpoint)) return { claimed: false, error: 'push_host_unknown' }
  const at = context.clock.now()
  return context.asViewer(async (tx): Promise<ClaimedDevice> => {
    const { rows } = await sql<{ gone: boolean }>`
      select gyeote.is_gone_endpoint(${endpoint}) as gone`.execute(tx)
    if (rows[0]?.gone) return { claimed: false, error: 'gone' }
    await sql`
      select gyeote.claim_push_endpoint(${endpoint}, ${keys.p256dh}, ${keys.auth}, ${at})`.execute(
      tx,
    )
    return { claimed: true }
  })
}

/** Nothing is pushed to this phone any more; false when that was no endpoint. */
export async function releasePushDevice(context: RequestContext, body: unknown): Promise<boolean> {
  const parsed = releaseSchema.safeParse(body)
  if (!parsed.success) return false
  await context.asViewer((tx) =>
    sql`select gyeote.release_push_endpoint(${parsed.data.endpoint})`.execute(tx),
  )
  return true
}

/** Uncompressed, and on the curve: what nothing can be encrypted for should not be kept. */
function isPoint(p256dh: string): boolean {
  const bytes = Buffer.from(p256dh, 'base64url')
  try {
    return bytes.length === 65 && Boolean(ECDH.convertKey(bytes, 'prime256v1'))
  } catch {
    return false
  }
}
