import { keepLearning, readLearning } from '~/features/cards/load-kept-page'
import type { LearningPage } from '~/features/cards/learning-page'
import type { FamilyNews } from '~/features/family/find-family-news.server'
import { keepMedication, readMedication } from '~/features/medication/load-kept-medication'
import { wantedToday, type MedicationPage } from '~/features/medication/medication-page'
import { keptOr, type Shell } from '~/offline/kept-or'

export type TodayPage = LearningPage & {
  medication: MedicationPage
  /** Known with a network only. */
  family: FamilyNews | null
  /** Made with the page: a double tap counts once. */
  commandId: string
}

/** `clientLoader` of 오늘. */
export function loadKeptToday(serverLoader: () => Promise<TodayPage | Shell>, newId: () => string) {
  return keptOr<TodayPage>(serverLoader, {
    fromStore: async (store) => {
      const [learning, medication] = await Promise.all([
        readLearning(store),
        readMedication(store, wantedToday),
      ])
      return learning && medication && { ...learning, medication, family: null, commandId: newId() }
    },
    keep: (store, page, askedMs) =>
      Promise.all([
        keepMedication(store, page.medication, askedMs),
        keepLearning(store, page, askedMs),
      ]),
  })
}
