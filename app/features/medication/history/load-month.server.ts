import { v7 as uuidv7 } from 'uuid'
import type { RequestContext } from '~/platform/context.server'
import { appError } from '~/platform/http/app-errors'
import { findHealthConsent, listWriters } from '../facts/load-medication.server'
import { noMedicines } from '../facts/medication-page'
import { listMonth } from './list-month.server'
import { monthToShow, type MonthPage } from './month-page'

/**
 * A month of the viewer's medicines: all schedule facts, and the answers and intakes of its care dates.
 * @param asked `YYYY-MM`; this month without one
 * @throws {Response} not_found for a month that has not begun, or is none
 */
export async function loadMonth(
  context: RequestContext,
  asked: string | undefined,
): Promise<MonthPage> {
  const now = context.clock.now().getTime()
  const personId = context.session.viewer?.personId ?? null
  const more = { shell: false as const, whole: true, commandId: uuidv7() }
  const nothing = noMedicines(personId, now)
  if (personId === null)
    return { ...nothing, ...more, month: required(monthToShow(asked, nothing)) }
  return context.asViewer(async (tx) => {
    const found = await listMonth(tx, personId, asked, now)
    if (!found) throw appError('not_found')
    const consent = await findHealthConsent(tx, personId)
    const writers = await listWriters(tx, found.facts)
    return { personId, consent, writers, now, ...more, ...found }
  })
}

function required(month: string | null): string {
  if (month === null) throw appError('not_found')
  return month
}
