import { groupsNow } from '../../../app/features/medication/day/due-now'
import { readFacts } from '../../../app/features/medication/facts/kept-facts'
import { readMedication } from '../../../app/features/medication/facts/load-kept-medication'
import { wantedToday } from '../../../app/features/medication/facts/medication-page'
import { momentOf } from '../../../app/features/medication/schedule/moment'
import { suppliesOf } from '../../../app/features/medication/stock/supplies'
import { thisPhone } from '../../../app/offline/this-phone'

/** What opening 오늘 without a network asks of the phone: its first call opens the database. In ms. */
export async function timeToday(): Promise<number> {
  const began = performance.now()
  const page = await readMedication(await thisPhone().openStore(), wantedToday)
  if (!page) throw new Error('the phone keeps no medicines')
  const now = momentOf(page.facts, page.now)
  const groups = groupsNow(page.facts, now)
  const supplies = suppliesOf(page.facts, now)
  const ms = performance.now() - began
  if (groups.length + supplies.length === 0) throw new Error('there is nothing of today')
  return ms
}

/** Months of answers that lie on the phone. */
export async function countMonths(): Promise<number> {
  const today = Math.floor(Date.now() / 86_400_000)
  const kept = await readFacts(await thisPhone().openStore(), { from: today - 3_000, to: today })
  return new Set(
    kept?.facts.answers.map(({ doseKey }) => Math.floor(Number(doseKey.split('|')[1]) / 31)),
  ).size
}
