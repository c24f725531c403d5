import type { Card, TrackId } from './card'

/** What a list needs of a card: everything but its text. */
export interface CardSummary extends Pick<
  Card,
  'id' | 'track' | 'order' | 'title' | 'minutes' | 'points' | 'level' | 'edition'
> {
  /** Place of the right answer to its quiz, by which a phone without a network knows what comes back for review. */
  rightAnswer: number | null
}

export interface LastAnswer {
  answer: number
  correct: boolean
  /** `YYYY-MM-DD` */
  on: string
}

/** One person's learning; everything 오늘 and 배움 show follows from it. Dates are `YYYY-MM-DD` in `timeZone`. */
export interface Learning {
  name: string | null
  timeZone: string
  track: TrackId
  /** card id → the date on which it was finished */
  completed: Record<string, string>
  lastAnswers: Record<string, LastAnswer>
  points: number
  daysTogether: number
  /** The newest of those days, so that a phone without a network knows whether today is already counted. */
  lastDay: string | null
}

/** Somebody who has not finished a card yet, with or without an account. */
export const newLearning: Learning = {
  name: null,
  timeZone: 'Asia/Seoul',
  track: 'smartphone-basics',
  completed: {},
  lastAnswers: {},
  points: 0,
  daysTogether: 0,
  lastDay: null,
}
