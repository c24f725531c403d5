import { useRevalidator } from '@remix-run/react'
import { useState, type FormEvent } from 'react'
import { addCommand } from '~/commands/add-command'
import type { AnsweredCard } from './answered-card'
import type { Card } from './card'
import type { Learning } from './learning'

/**
 * Answering in the page: the answer is shown at once, from the card itself, and the deed goes through the
 * outbox. Without JavaScript the same form is sent to the route's action.
 */
export function useAnswer(card: Card, learning: Learning, today: string) {
  const [answered, setAnswered] = useState<AnsweredCard>()
  const { revalidate } = useRevalidator()

  const submit = (event: FormEvent<HTMLFormElement>) => {
    const { submitter } = event.nativeEvent as SubmitEvent
    const answer = Number((submitter as HTMLButtonElement | null)?.value)
    const chosen = card.quiz.answers[answer]
    if (!submitter || !chosen) return
    event.preventDefault()
    if (answered) return
    const first = learning.completed[card.id] === undefined
    setAnswered({ answer, correct: chosen.correct, points: first ? card.points : 0 })
    const added = first
      ? addCommand('complete_card', { cardId: card.id, answer, completedOn: today })
      : addCommand('answer_review', { cardId: card.id, answer, answeredOn: today })
    void added.then(({ status }) => {
      if (status === 'sent') revalidate()
    })
  }
  return { answered, submit }
}
