import type { Checked } from './checked'
import type { Draft } from './kept-draft'
import type { CheckKind } from './verdict/verdict'

export type Typed = Pick<Draft, 'text' | 'picks' | 'picture' | 'origin'>

export const nothingTyped: Typed = { text: '', picks: [], picture: null, origin: 'typed' }

/** How a form becomes a verdict: the same on the phone and on the server. One object for good. */
export interface Reading {
  kind: CheckKind
  /** What is judged: the text, or what was heard as sentences. */
  wordsOf(typed: Typed): string
  /** What the form knows besides its words. */
  refine?(checked: Checked, typed: Typed): Checked
}

export const messageReading: Reading = { kind: 'message', wordsOf: ({ text }) => text }
