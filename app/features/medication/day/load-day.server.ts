import { sql } from 'kysely'
import type { RequestContext } from '~/platform/context.server'
import type { Tx } from '~/platform/database/database.server'
import { dayPageOf, type DayPage } from './day-page'
import type { HealthConsent } from '../facts/fact-schema'
import { factsAt, listWriters } from '../facts/load-medication.server'
import { noMedicines, wantedToday } from '../facts/medication-page'

/** How long something lasts turns on the time of day as well: it is worked out anew every ten minutes. */
const anewMs = 10 * 60_000

/** What 오늘 and 약 start from, for whoever asks. */
export async function loadDay(context: RequestContext): Promise<DayPage> {
  const now = context.clock.now()
  const viewer = context.session.viewer
  if (!viewer) return dayPageOf(noMedicines(null, now.getTime()))
  return context.asViewer((tx) => dayAt(context, tx, viewer.personId, now))
}

/**
 * The same of the viewer themselves, within a transaction that reads more. What was worked out before is used again
 * while nothing was written since: that, and whether it is still theirs to see, is asked of the database each time.
 */
export async function dayAt(
  { cache }: Pick<RequestContext, 'cache'>,
  tx: Tx,
  personId: string,
  now: Date,
): Promise<DayPage> {
  const { rows } = await sql<{ version: number | null; consent: HealthConsent | null }>`
    select version, consent from gyeote.medication_state_of(${personId})`.execute(tx)
  const { version = null, consent = null } = rows[0] ?? {}
  const rest = { personId, consent, writers: {}, now: now.getTime() }
  const workOut = async () => {
    const whole = await factsAt(tx, personId, now, wantedToday)
    const { facts, supplies } = dayPageOf({ ...rest, facts: whole })
    return { facts, supplies }
  }
  const slot = Math.floor(now.getTime() / anewMs)
  const day =
    version === null
      ? await workOut()
      : await cache.getOrMake('medicines', `${personId} ${version} ${slot}`, workOut)
  return { ...rest, ...day, writers: await listWriters(tx, day.facts) }
}
