import { v7 as uuidv7 } from 'uuid'
import { loadLearningPage } from '~/features/cards/load-learning-page.server'
import { familyNewsOf, type FamilyNews } from '~/features/family/find-family-news.server'
import type { DayPage } from '~/features/medication/day/day-page'
import { dayAt, loadDay } from '~/features/medication/day/load-day.server'
import type { RequestContext } from '~/platform/context.server'
import type { TodayPage } from './load-kept-today'

/** 오늘 of whoever asks. */
export async function loadToday(context: RequestContext): Promise<TodayPage> {
  const [learning, { medication, family }] = await Promise.all([
    loadLearningPage(context),
    loadOwn(context),
  ])
  return { ...learning, medication, family, commandId: uuidv7() }
}

/** In one transaction: beginning one costs as much as a read. */
async function loadOwn(
  context: RequestContext,
): Promise<{ medication: DayPage; family: FamilyNews | null }> {
  const { viewer, heldUntil } = context.session
  if (!viewer) return { medication: await loadDay(context), family: null }
  const now = context.clock.now()
  return context.asViewer(async (tx) => ({
    medication: await dayAt(context, tx, viewer.personId, now),
    family: heldUntil ? null : await familyNewsOf(tx, viewer.personId, now),
  }))
}
