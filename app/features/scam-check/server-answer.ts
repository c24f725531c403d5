import type { CheckState } from './use-check'

/** What the server answers a form without scripts; none of it is stored or logged. */
export interface ServerAnswer {
  state: CheckState
  /** Made with the page: a result that is kept twice counts once. */
  checkId: string
  isKept: boolean
}
