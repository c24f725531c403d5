import { v7 as uuidv7 } from 'uuid'
import { loadLearningPage } from '~/features/cards/load-learning-page.server'
import { familyNewsOf, type FamilyNews } from '~/features/family/find-family-news.server'
import { dayPageOf } from '~/features/medication/day-page'
import { medicinesAt } from '~/features/medication/load-medication.server'
import {
  noMedicines,
  wantedToday,
  type MedicationPage,
} from '~/features/medication/medication-page'
import type { RequestContext } from '~/platform/context.server'
import type { TodayPage } from './load-kept-today'

/** 오늘 of whoever asks. */
export async function loadToday(context: RequestContext): Promise<TodayPage> {
  const [learning, { medication, family }] = await Promise.all([
    loadLearningPage(context),
    loadOwn(context),
  ])
  return { ...learning, medication: dayPageOf(medication), family, commandId: uuidv7() }
}

/** In one transaction: beginning one costs as much as a read. */
async function loadOwn({
  session: { viewer, heldUntil },
  clock,
  asViewer,
}: RequestContext): Promise<{ medication: MedicationPage; family: FamilyNews | null }> {
  const now = clock.now()
  if (!viewer) return { medication: noMedicines(null, now.getTime()), family: null }
  return asViewer(async (tx) => ({
    medication: await medicinesAt(tx, viewer.personId, now, wantedToday),
    family: heldUntil ? null : await familyNewsOf(tx, viewer.personId, now),
  }))
}
