import type { FamilyToShow } from './alert/family-to-show'
import type { CheckState } from './use-check'

/** What the server answers a form without scripts; none of it is stored or logged. */
export interface ServerAnswer {
  state: CheckState
  family: FamilyToShow[]
}
