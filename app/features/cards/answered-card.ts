/** What came of an answer. `points` are those given now: 0 when the card had been finished before. */
export interface AnsweredCard {
  answer: number
  correct: boolean
  points: number
}
