import { keepLearning, readLearning } from '~/features/cards/load-kept-page'
import type { LearningPage } from '~/features/cards/learning-page'
import { keepMedication, readMedication } from '~/features/medication/load-kept-medication'
import { daysShownToday, type MedicationPage } from '~/features/medication/medication-page'
import { keptOr, type Shell } from '~/offline/kept-or'

export type TodayPage = LearningPage & {
  medication: MedicationPage
  /** Made with the page: a double tap counts once. */
  commandId: string
}

export const wantedToday = { back: daysShownToday, stock: false }

/** `clientLoader` of 오늘. */
export function loadKeptToday(serverLoader: () => Promise<TodayPage | Shell>, newId: () => string) {
  return keptOr<TodayPage>(serverLoader, {
    fromStore: async (store) => {
      const [learning, medication] = await Promise.all([
        readLearning(store),
        readMedication(store, wantedToday),
      ])
      return learning && medication && { ...learning, medication, commandId: newId() }
    },
    keep: (store, page, askedMs) =>
      Promise.all([
        keepMedication(store, page.medication, askedMs),
        keepLearning(store, page, askedMs),
      ]),
  })
}
