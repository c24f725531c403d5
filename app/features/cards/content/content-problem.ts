/** What is wrong and what to do, in English. */
export interface Mistake {
  /** Counted from 1. */
  line: number
  message: string
}

/** One mistake in a content file. */
export interface ContentProblem extends Mistake {
  file: string
}
