import type { LearningPage } from '~/features/cards/learning-page'
import type { FamilyNews } from '~/features/family/find-family-news.server'
import type { DayPage } from '~/features/medication/day/day-page'
import { afterPage } from '~/offline/after-page'
import { keptOr, type Shell } from '~/offline/kept-or'

export type TodayPage = LearningPage & {
  medication: DayPage
  /** Who waits for an answer is known with a network only. */
  family: FamilyNews | null
  /** Made with the page: a double tap counts once. */
  commandId: string
}

/** The part of 오늘 that only people with medicines need. */
export const fetchDayWithMedicines = () => import('./day-with-medicines')

/** `clientLoader` of 오늘. What reads and writes the copy is fetched apart: a page with a network shows without it. */
export function loadKeptToday(serverLoader: () => Promise<TodayPage | Shell>, newId: () => string) {
  return keptOr<TodayPage>(serverLoader, {
    fromStore: async (store) => {
      const { readToday } = await import('./kept-today')
      const kept = await readToday(store)
      // So that the page does not stand there without its doses for a moment.
      if (kept && kept.medication.facts.courses.length > 0) await fetchDayWithMedicines()
      return kept && { ...kept, commandId: newId() }
    },
    keep: async (store, page, askedMs) => {
      await afterPage()
      const { keepToday } = await import('./kept-today')
      await keepToday(store, page, askedMs)
    },
  })
}
