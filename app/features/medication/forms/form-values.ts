import type { NewFacts } from '../facts/fact-schema'
import type { Facts } from '../schedule/facts'
import type { Moment } from '../schedule/moment'

/** What a form says, as plain lists of texts: the same from a page, from a request and in a test. */
export type Values = Readonly<Record<string, readonly string[]>>

export interface FormError {
  /** The `id` of the field it is about. */
  fieldId: string
  message: string
  /** Of a question that only comes up with what was typed: what may be answered. */
  question?: Question
}

export interface Question {
  legend: string
  choices: readonly { value: string; label: string; detail?: string }[]
  /** It was there before and was not answered. */
  error?: string
}

/** What a form comes to: facts to write down and where to go then, or what has to be put right first. */
export type Outcome = { facts: NewFacts; to: string } | { errors: FormError[] }

/** What a page makes of its form, in the page and on the server alike. */
export type Act = (values: Values, facts: Facts, now: Moment, newId: () => string) => Outcome

export function valuesOf(form: FormData): Values {
  const values: Record<string, string[]> = {}
  for (const [name, value] of form)
    if (typeof value === 'string') values[name] = [...(values[name] ?? []), value]
  return values
}

export const all = (values: Values, name: string): readonly string[] => values[name] ?? []
/** Without the spaces around it; empty when the field was not there. */
export const one = (values: Values, name: string): string => values[name]?.at(-1)?.trim() ?? ''

export const errorOf = (errors: readonly FormError[], fieldId: string): string | undefined =>
  errors.find((error) => error.fieldId === fieldId)?.message
