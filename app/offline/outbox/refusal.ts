import type { Explanation } from '~/platform/explanation'

/** Why the phone itself sends a deed no further; the server has reasons of its own. */
export type PhoneRefusal =
  /** Fits into no request. */
  | 'too_large'
  /** The key is gone, so it cannot be read any more. */
  | 'unreadable'
  /** The server gave no reason. */
  | 'unexplained'

export interface RefusalWords extends Explanation {
  /** Whether the same may be taken when it is sent once more. */
  again: boolean
}
