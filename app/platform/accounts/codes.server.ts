import { createHmac, randomInt, timingSafeEqual } from 'node:crypto'
import { sql } from 'kysely'
import type { Clock } from '../clock'
import type { Tx } from '../database/database.server'
import type { SigningKey } from './signing-key.server'

const lifeMs = 5 * 60_000
const tries = 5

export type CodeKind = 'sms' | 'phone_change'

interface CodeRow {
  kind: CodeKind
  user_id: string | null
  code_hash: Uint8Array
  tries_left: number
  expires_at: Date
}

/** Six-digit codes, kept only as keyed hashes; valid five minutes and five tries. */
export function createCodes(options: { key: SigningKey; clock: Clock }) {
  const { clock } = options
  const secret = options.key.secretFor('codes')
  const hash = (phone: string, kind: CodeKind, code: string) =>
    createHmac('sha256', secret).update(`${kind} ${phone} ${code}`).digest()

  return {
    /** Takes the place of whatever code the number had. */
    async make(tx: Tx, phone: string, kind: CodeKind, userId: string | null): Promise<string> {
      const code = String(randomInt(1_000_000)).padStart(6, '0')
      await sql`
        insert into auth.one_time_tokens (phone, kind, user_id, code_hash, tries_left, expires_at)
        values (${phone}, ${kind}, ${userId}, ${hash(phone, kind, code)}, ${tries},
          ${new Date(clock.now().getTime() + lifeMs)})
        on conflict (phone) do update set kind = excluded.kind, user_id = excluded.user_id,
          code_hash = excluded.code_hash, tries_left = excluded.tries_left,
          expires_at = excluded.expires_at`.execute(tx)
      return code
    },

    /**
     * Uses up one try, and the code itself when it is right. The transaction must commit either way.
     * @param claimant the user whose access token came along, or null: another's code is not for them
     * @returns whose code it was, or null when it is wrong, old, used or somebody else's.
     */
    async use(tx: Tx, phone: string, kind: CodeKind, code: string, claimant: string | null) {
      const { rows } = await sql<CodeRow>`
        update auth.one_time_tokens set tries_left = tries_left - 1
        where phone = ${phone} and tries_left > 0
        returning kind, user_id, code_hash, expires_at, tries_left`.execute(tx)
      const row = rows[0]
      if (!row) return null
      const right = timingSafeEqual(hash(phone, kind, code), Buffer.from(row.code_hash))
      const foreign = kind === 'phone_change' && claimant !== null && claimant !== row.user_id
      if (!right || foreign || row.kind !== kind || row.expires_at <= clock.now()) return null
      await sql`delete from auth.one_time_tokens where phone = ${phone}`.execute(tx)
      return { userId: row.user_id }
    },

    /** The kind and user of the number's present code, to send it anew. */
    async find(tx: Tx, phone: string): Promise<Pick<CodeRow, 'kind' | 'user_id'> | null> {
      const { rows } = await sql<CodeRow>`
        select kind, user_id from auth.one_time_tokens where phone = ${phone}`.execute(tx)
      return rows[0] ?? null
    },
  }
}

export type Codes = ReturnType<typeof createCodes>
