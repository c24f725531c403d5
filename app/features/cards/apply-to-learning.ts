import type { TrackId } from './card'
import type { CardSummary, LastAnswer, Learning } from './learning'

/** What a person did, as far as their own picture of their learning changes. */
export type LearningDeed =
  | { type: 'complete_card'; card: CardSummary; answer: LastAnswer }
  | { type: 'answer_review'; card: CardSummary; answer: LastAnswer }
  | { type: 'choose_track'; track: TrackId }
  | { type: 'set_name'; name: string }

/**
 * The learning after a deed that the server has not confirmed yet. Says the same as the server will:
 * points once per card, a day once.
 */
export function applyToLearning(learning: Learning, deed: LearningDeed): Learning {
  switch (deed.type) {
    case 'choose_track':
      return { ...learning, track: deed.track }
    case 'set_name':
      return { ...learning, name: deed.name }
    case 'answer_review':
      return withDay(withAnswer(learning, deed.card.id, deed.answer), deed.answer.on)
    case 'complete_card': {
      const answered = withDay(withAnswer(learning, deed.card.id, deed.answer), deed.answer.on)
      if (learning.completed[deed.card.id] !== undefined) return answered
      return {
        ...answered,
        completed: { ...learning.completed, [deed.card.id]: deed.answer.on },
        points: learning.points + deed.card.points,
      }
    }
  }
}

const withAnswer = (learning: Learning, cardId: string, answer: LastAnswer): Learning => ({
  ...learning,
  lastAnswers: { ...learning.lastAnswers, [cardId]: answer },
})

const withDay = (learning: Learning, day: string): Learning =>
  learning.lastDay !== null && day <= learning.lastDay
    ? learning
    : { ...learning, daysTogether: learning.daysTogether + 1, lastDay: day }
