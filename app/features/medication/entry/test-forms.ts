import { v7 as uuidv7 } from 'uuid'
import type { NewFacts } from '../fact-schema'
import type { Outcome } from './form-values'

export const newIds = () => () => uuidv7()

/** What a form wrote down. @throws when it was returned instead. */
export function written(outcome: Outcome): NewFacts {
  if ('errors' in outcome) throw new Error(`returned: ${JSON.stringify(outcome.errors)}`)
  return outcome.facts
}

/** The fields that have to be put right. */
export const wrongFields = (outcome: Outcome): string[] =>
  'errors' in outcome ? outcome.errors.map(({ fieldId }) => fieldId) : []
