import { sql } from 'kysely'
import type { Database } from '~/platform/database/database.server'

/** Somebody whose week is to go out, taken on by this process. */
export interface Recipient {
  personId: string
  way: 'push' | 'email'
  email: string | null
  offId: string
  phones: { id: string; endpoint: string; p256dh: string; auth: string }[]
}

/** What came of it. */
export interface Outcome {
  error: 'refused' | 'no_phone' | null
  /** Not sent: to be tried again this evening. */
  again: boolean
  /** Phones whose subscription is over. */
  gone: readonly string[]
}

export interface WeeklyClaim {
  token: string
  /** The Sunday, `YYYY-MM-DD`. */
  sunday: string
}

type Rows = Pick<Database, 'root'>

/** A process that says nothing for so long has lost its people to others. */
const lease = '5 minutes'
const triedAgainAfter = '8 minutes'

/** @param most people at once */
export async function claimWeekly(
  { root }: Rows,
  { token, sunday }: WeeklyClaim,
  at: Date,
  most: number,
): Promise<Recipient[]> {
  const { rows } = await sql<{
    person: string
    way: Recipient['way']
    email: string | null
    off_id: string
    phones: Recipient['phones']
  }>`select * from gyeote.claim_weekly(${sunday}::date, ${at}::timestamptz, ${most}::int, ${lease}::interval,
      ${token}::uuid)`.execute(root)
  return rows.map(({ person, way, email, off_id: offId, phones }) => ({
    personId: person,
    way,
    email,
    offId,
    phones,
  }))
}

export async function finishWeekly(
  { root }: Rows,
  { token, sunday }: WeeklyClaim,
  personId: string,
  { error, again, gone }: Outcome,
): Promise<void> {
  await sql`select gyeote.finish_weekly(${personId}::uuid, ${token}::uuid, ${sunday}::date, ${error},
    ${again ? triedAgainAfter : null}::interval, ${[...gone]}::uuid[])`.execute(root)
}
