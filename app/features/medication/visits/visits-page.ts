import type { MedicationRoute } from '../facts/load-kept-medication'

export type VisitsPage = MedicationRoute & {
  /** Made with the page: a form that is sent twice counts once. */
  commandId: string
}

/** The stock says when the medicines run out, which is the visit nobody had to set. */
export const visitsWanted = { back: 1, stock: true }
