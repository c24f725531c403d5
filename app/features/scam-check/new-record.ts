import { v7 as uuidv7 } from 'uuid'
import type { CheckRecord } from './kept-draft'

/** Of something that is asked about from now on. */
export const newRecord = (): CheckRecord => ({
  id: uuidv7(),
  isKept: false,
  told: null,
  isNoted: false,
})
