import { v7 as uuidv7 } from 'uuid'
import type { NewFacts } from '../facts/fact-schema'
import { factsFrom } from '../facts/facts-from'
import { dueDoses } from '../schedule/due-doses'
import type { Facts } from '../schedule/facts'
import { mergeFacts } from '../schedule/merge-facts'
import { on, senior } from '../schedule/test-facts'
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

/** The facts with what a form wrote down. */
export const withForm = (facts: Facts, outcome: Outcome): Facts =>
  mergeFacts(facts, factsFrom(written(outcome), { by: senior, deviceId: '', at: 0, receivedAt: 0 }))

/** `0 evening`: days since `from`, and the slot. */
export const dosesFrom = (facts: Facts, from: string, to: string): string[] =>
  dueDoses(facts, on(from), on(to)).map(({ day, slotId }) => `${day - on(from)} ${slotId}`)
