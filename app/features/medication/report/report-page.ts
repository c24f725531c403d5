import * as z from 'zod/mini'
import type { KeptShape } from '~/offline/store/kept-shape'
import type { MedicationPage } from '../facts/medication-page'

export interface ReportPage extends MedicationPage {
  shell: false
  name: string | null
  /** False on a phone that has not been given everything yet. */
  whole: boolean
}

/** What the report reaches back at most, and the stock with it. */
export const reportWanted = { back: 91, stock: true }

/** How the person is called, for paper. */
export const keptName: KeptShape<{ name: string | null }> = {
  name: 'person-name',
  v: 1,
  schema: z.object({ name: z.nullable(z.string()) }),
}

/** What the person wants to ask: it never leaves the phone. */
export const keptQuestions: KeptShape<{ text: string }> = {
  name: 'questions-for-doctor',
  v: 1,
  schema: z.object({ text: z.string() }),
}
