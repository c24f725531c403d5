/** What a person is told when something did not work: three Korean sentences in 해요체. */
export interface Explanation {
  /** What happened. */
  what: string
  why: string
  /** What to do now. */
  now: string
}
