import type { MedicationPage } from '~/features/medication/facts/medication-page'
import type { Sheet } from './sheet'

export interface EmergencyPage extends MedicationPage {
  shell: false
  sheet: Sheet
  name: string | null
  /** Made with the page: a form that is sent twice counts once. */
  commandId: string
}
