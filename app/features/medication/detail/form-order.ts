import type { FormError } from '../forms/form-values'

const fields = [
  'label',
  'amount',
  'unit',
  'slot',
  'time1',
  'time2',
  'time3',
  'rule',
  'weekday',
  'every',
  'cycleOn',
  'cycleOff',
  'days',
  'gapHours',
  'gapMinutes',
  'max24h',
  'fromOn',
  'lastOn',
  'instruction',
]

/** What has to be put right, in the order in which the form asks for it. */
export const inFormOrder = (errors: readonly FormError[]): FormError[] =>
  [...errors].sort((a, b) => fields.indexOf(a.fieldId) - fields.indexOf(b.fieldId))
