import type { Tx } from '~/platform/database/database.server'
import { listFacts } from '../facts/list-facts.server'
import { daysOfMonth } from '../schedule/care-date'
import { noFacts, type Facts } from '../schedule/facts'
import { isMonth, monthToShow } from './month-page'

/**
 * What the viewer may see of a person's month: all schedule facts, and the answers and intakes of its care dates.
 * @param asked `YYYY-MM`; the person's present month without one
 * @param now ms since 1970
 * @returns null for a month that has not begun, or is none
 */
export async function listMonth(
  tx: Tx,
  personId: string,
  asked: string | undefined,
  now: number,
): Promise<{ month: string; facts: Facts } | null> {
  // The zone says which month it is, and is known with the schedule only.
  const guess = asked ?? monthToShow(undefined, { facts: noFacts(personId), now }) ?? ''
  const days = daysShown(guess)
  if (!days) return null
  const near = await listFacts(tx, personId, days)
  const month = monthToShow(asked, { facts: near, now })
  if (month === null) return null
  const shown = month === guess ? days : daysShown(month)
  if (!shown) return null
  return { month, facts: shown === days ? near : await listFacts(tx, personId, shown) }
}

/** One night further: what is taken before 04:00 belongs to the month's last care date. */
function daysShown(month: string): { from: number; to: number } | null {
  if (!isMonth(month)) return null
  const { from, to } = daysOfMonth(month)
  return { from, to: to + 1 }
}
