import { createHash, randomBytes } from 'node:crypto'
import { encodeQR } from 'qr'
import { sql } from 'kysely'
import type { RequestContext } from '~/platform/context.server'
import { appError } from '~/platform/http/app-errors'
import { requireViewer } from '~/platform/session/require-viewer.server'

/** 32 bytes as base64url. */
const secretShape = /^[\w-]{43}$/

const hashOf = (secret: string) => createHash('sha256').update(secret).digest()

export interface Invite {
  id: string
  /** The code as the `d` of one SVG path, a unit each module, with the four light ones around it. */
  path: string
  size: number
}

/**
 * A code for a relative who sits beside the senior: good once, for ten minutes. The secret stands in the
 * fragment of the address, which no browser sends, and leaves the server in this picture only.
 * @param origin of this app, as the relative's phone reaches it
 */
export async function openInvite(context: RequestContext, origin: string): Promise<Invite> {
  const { personId } = requireViewer(context)
  if (!(await context.limits.take('familyInvitePerPerson', personId))) throw appError('too_many')
  const secret = randomBytes(32).toString('base64url')
  const { rows } = await context.asViewer((tx) =>
    sql<{ id: string }>`select gyeote.open_family_invite(${hashOf(secret)}) as id`.execute(tx),
  )
  return { id: String(rows[0]?.id), ...drawCode(`${origin}/family/join#${secret}`) }
}

function drawCode(text: string): { path: string; size: number } {
  const modules = encodeQR(text, 'raw', { ecc: 'medium', border: 4 })
  const path = modules.flatMap((row, y) =>
    row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : [])),
  )
  return { path: path.join(''), size: modules.length }
}

/**
 * The relative's side: takes the place the code offers, under this name and the verified number of the session.
 * @returns false when the code is old, used or unknown, or the senior has blocked the viewer: all alike.
 * @throws {Response} `too_many`
 */
export async function joinInvite(
  context: RequestContext,
  { secret, name }: { secret: string; name: string },
): Promise<boolean> {
  const { personId } = requireViewer(context)
  const { limits, clientAddress } = context
  if (
    !(await limits.take('familyJoinPerPerson', personId)) ||
    !(await limits.take('familyJoinPerAddress', clientAddress))
  )
    throw appError('too_many')
  if (!secretShape.test(secret)) return false
  const { rows } = await context.asViewer((tx) =>
    sql<{ id: string | null }>`select gyeote.join_family(${hashOf(secret)}, ${name}) as id`.execute(
      tx,
    ),
  )
  return rows[0]?.id != null
}
