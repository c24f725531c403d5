import type { MedicationPage, Wanted } from '../facts/medication-page'

/** Two days of answers say whether an edit may apply today; stock is counted from the packs on. */
export const entryWants: Wanted = { back: 2, stock: true }

export type EntryPage = { shell: false; commandId: string } & MedicationPage
