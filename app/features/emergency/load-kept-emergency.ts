import { v7 as uuidv7 } from 'uuid'
import { keepMedication, readMedication } from '~/features/medication/facts/load-kept-medication'
import { noMedicines } from '~/features/medication/facts/medication-page'
import { keptOr, type Shell } from '~/offline/kept-or'
import { phoneNow } from '~/offline/this-phone'
import type { EmergencyPage } from './emergency-page'
import { keepSheet, keptSheet } from './kept-sheet'
import { emptySheet } from './sheet'

/** `clientLoader` of the emergency sheet: it opens without a network whatever the phone keeps. */
export function loadKeptEmergency(serverLoader: () => Promise<EmergencyPage | Shell>) {
  return keptOr<EmergencyPage>(serverLoader, {
    fromStore: async (store) => {
      const medication = await readMedication(store, { back: 1, stock: false })
      const { sheet = emptySheet, name = null } = (await store.read(keptSheet)) ?? {}
      const page = medication ?? noMedicines(store.personId, phoneNow().getTime())
      return { ...page, shell: false, sheet, name, commandId: uuidv7() }
    },
    keep: async (store, page, askedMs) => {
      await keepSheet(store, { sheet: page.sheet, name: page.name }, askedMs)
      await keepMedication(store, page, askedMs)
    },
  })
}
