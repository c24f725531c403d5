import { sql } from 'kysely'
import { dateIn } from '~/platform/clock'
import type { RequestContext } from '~/platform/context.server'
import type { Tx } from '~/platform/database/database.server'
import type { HealthConsent } from './fact-schema'
import { listFacts, withTakenSince } from './list-facts.server'
import { noMedicines, type MedicationPage, type Wanted, type Writers } from './medication-page'
import { writersBesides } from '../changes/list-changes'
import { epochDay } from '../schedule/care-date'
import type { Facts } from '../schedule/facts'
import { momentOf, usualZone } from '../schedule/moment'
import { stockSince } from '../schedule/stock-arrivals'

/** The viewer's medicines with the answers a page needs; nothing for a visitor. */
export async function loadMedication(
  context: RequestContext,
  wanted: Wanted,
): Promise<MedicationPage> {
  const now = context.clock.now()
  const viewer = context.session.viewer
  if (!viewer) return noMedicines(null, now.getTime())
  const { personId } = viewer
  return context.asViewer(async (tx) => {
    const consent = await findHealthConsent(tx, personId)
    const facts = await factsAt(tx, personId, now, wanted)
    const writers = await listWriters(tx, facts)
    return { personId, consent, facts, writers, now: now.getTime() }
  })
}

/** A person's facts as the viewer may see them, with the answers a page needs. */
export async function factsAt(
  tx: Tx,
  personId: string,
  now: Date,
  { back, stock }: Wanted,
): Promise<Facts> {
  const today = epochDay(dateIn(usualZone, now))
  const before = today - back
  // Whoever lives elsewhere is at most a day away.
  const near = await listFacts(tx, personId, { from: before, to: today + 2 })
  const moment = momentOf(near, now.getTime())
  const since = stock ? near.courses.map(({ id }) => stockSince(near, id, moment.wall)) : []
  const from = Math.min(...since.map((day) => day ?? Infinity))
  return from < before ? withTakenSince(tx, near, { from, before }) : near
}

/** As the relatives call themselves; of most people nobody else wrote anything. */
export async function listWriters(tx: Tx, facts: Facts): Promise<Writers> {
  const ids = writersBesides(facts)
  if (ids.length === 0) return {}
  const links = await tx
    .selectFrom('gyeote.family_links')
    .select(['relative_id', 'relative_name'])
    .where('senior_id', '=', facts.ownerId)
    .where('relative_id', 'in', ids)
    .orderBy('created_at')
    .execute()
  return Object.fromEntries(
    links.flatMap(({ relative_id, relative_name }) =>
      relative_name === null ? [] : [[relative_id, relative_name]],
    ),
  )
}

/** The person's newest answer; null while they were never asked. */
export async function findHealthConsent(tx: Tx, personId: string): Promise<HealthConsent | null> {
  const { rows } = await sql<{ consent: HealthConsent | null }>`
    select gyeote.health_consent_of(${personId}) as consent`.execute(tx)
  return rows[0]?.consent ?? null
}
