import { useRevalidator } from '@remix-run/react'
import { useRef, useState, type FormEvent } from 'react'
import { flushSync } from 'react-dom'
import { addCommand } from '~/commands/add-command'
import type { AnsweredCard } from './answered-card'
import type { Card } from './card'
import type { Learning } from './learning'

/**
 * Answering in the page: the tap is acknowledged at once (`writing` is the tapped answer), and what came of
 * it is shown, from the card itself, as soon as the deed is written down: praise for what is lost when the
 * page closes would be untrue. Without JavaScript the same form is sent to the route's action.
 */
export function useAnswer(card: Card, learning: Learning, today: string) {
  const tapped = useRef(false)
  const [writing, setWriting] = useState<number>()
  const [answered, setAnswered] = useState<AnsweredCard>()
  const { revalidate } = useRevalidator()

  const submit = (event: FormEvent<HTMLFormElement>) => {
    const { submitter } = event.nativeEvent as SubmitEvent
    const answer = Number((submitter as HTMLButtonElement | null)?.value)
    const chosen = card.quiz.answers[answer]
    if (!submitter || !chosen) return
    event.preventDefault()
    if (tapped.current) return
    tapped.current = true
    setWriting(answer)
    const first = learning.completed[card.id] === undefined
    const show = () =>
      setAnswered({ answer, correct: chosen.correct, points: first ? card.points : 0 })
    const whenKept = (kept: boolean) => {
      // With the rest of what this deed changes, in one painting.
      if (kept) flushSync(show)
    }
    const added = first
      ? addCommand('complete_card', { cardId: card.id, answer, completedOn: today }, whenKept)
      : addCommand('answer_review', { cardId: card.id, answer, answeredOn: today }, whenKept)
    void added.then(({ status }) => {
      // A phone that can keep nothing: it was sent, or the page says that it must stay open.
      show()
      if (status === 'sent') revalidate()
    })
  }
  return { answered, writing, submit }
}
