import { v7 as uuidv7 } from 'uuid'
import type { RequestContext } from '~/platform/context.server'
import { appError } from '~/platform/http/app-errors'
import { listFacts } from '../list-facts.server'
import { findHealthConsent } from '../load-medication.server'
import { noMedicines } from '../medication-page'
import { monthToShow, type MonthPage } from './month-page'
import { daysOfMonth } from '../schedule/care-date'

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
    // The zone says which month it is, and is known with the schedule only.
    const guess = monthToShow(undefined, nothing) ?? ''
    const near = await listFacts(tx, personId, daysShown(asked ?? guess))
    const month = required(monthToShow(asked, { facts: near, now }))
    const facts =
      (asked ?? guess) === month ? near : await listFacts(tx, personId, daysShown(month))
    const consent = await findHealthConsent(tx, personId)
    return { personId, consent, facts, now, ...more, month }
  })
}

/** One night further: what is taken before 04:00 belongs to the month's last care date. */
function daysShown(month: string) {
  const { from, to } = daysOfMonth(month)
  if (!Number.isInteger(from) || !Number.isInteger(to)) throw appError('not_found')
  return { from, to: to + 1 }
}

function required(month: string | null): string {
  if (month === null) throw appError('not_found')
  return month
}
