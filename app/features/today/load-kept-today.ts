import { keepLearning, readLearning } from '~/features/cards/load-kept-page'
import type { LearningPage } from '~/features/cards/learning-page'
import type { FamilyNews } from '~/features/family/find-family-news.server'
import { keepFamily, readFamily } from '~/features/family/words/kept-family'
import { keepMedication, readMedication } from '~/features/medication/load-kept-medication'
import { dayPageOf, type DayPage } from '~/features/medication/day-page'
import { isWhole } from '~/features/medication/kept-facts'
import { wantedToday } from '~/features/medication/medication-page'
import { keptOr, type Shell } from '~/offline/kept-or'
import { phoneNow } from '~/offline/this-phone'

export type TodayPage = LearningPage & {
  medication: DayPage
  /** Who waits for an answer is known with a network only. */
  family: FamilyNews | null
  /** Made with the page: a double tap counts once. */
  commandId: string
}

/** `clientLoader` of 오늘. */
export function loadKeptToday(serverLoader: () => Promise<TodayPage | Shell>, newId: () => string) {
  return keptOr<TodayPage>(serverLoader, {
    fromStore: async (store) => {
      const [learning, kept, family, whole] = await Promise.all([
        readLearning(store),
        readMedication(store, wantedToday),
        readFamily(store, phoneNow()),
        isWhole(store),
      ])
      const medication = kept && dayPageOf(kept, whole)
      return learning && medication && { ...learning, medication, family, commandId: newId() }
    },
    keep: (store, page, askedMs) =>
      Promise.all([
        keepMedication(store, page.medication, askedMs),
        keepLearning(store, page, askedMs),
        keepFamily(store, page.family, askedMs),
      ]),
  })
}
