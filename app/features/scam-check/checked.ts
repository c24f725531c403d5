import type { CheckKind, Verdict } from './verdict/verdict'

/** Somebody who answers, by a number from the dated list; digits only. */
export interface Office {
  name: string
  digits: string
}

/** A text and what was found in it, wherever it was judged. */
export interface Checked {
  kind: CheckKind
  text: string
  verdict: Verdict
  /** Whom to ask about it, the fittest first; never a number out of the text. */
  offices: Office[]
  /** The day on which a person last went through the list of numbers, `YYYY-MM-DD`. */
  numbersCheckedOn: string
}

/** Longer ones are cut: nobody sends more, and a phone should not stall. */
export const longestText = 10_000
