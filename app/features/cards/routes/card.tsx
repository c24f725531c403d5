import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useEffect } from 'react'
import { v7 as uuidv7 } from 'uuid'
import { appError } from '~/platform/http/app-errors'
import type { PageHandle } from '~/ui/page-handle'
import { answerCard, answerFormSchema } from '../answer-card.server'
import { CardReading } from '../card-reading'
import { chooseCards } from '../choose-card'
import { findCard } from '../find-card.server'
import { loadLearningPage } from '../load-learning-page.server'
import { CardQuiz } from '../card-quiz'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `${data.card.title} · 곁에` : '카드 · 곁에' },
]
export const handle: PageHandle = { back: { to: '/', label: '오늘' } }

export async function loader({ context, params }: LoaderFunctionArgs) {
  const [page, card] = await Promise.all([
    loadLearningPage(context),
    findCard(context, params.cardId ?? ''),
  ])
  if (!card) throw appError('unknown_card')
  return { ...page, card, commandId: uuidv7() }
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const given = answerFormSchema.safeParse(Object.fromEntries(await request.formData()))
  if (!given.success) throw appError('bad_input')
  return answerCard(context, params.cardId ?? '', given.data)
}

export default function CardPage() {
  const { card, catalogue, learning, today, commandId } = useLoaderData<typeof loader>()
  const answered = useActionData<typeof action>()
  useEffect(() => {
    navigator.sendBeacon(`/learn/${card.id}/view`, new Blob([]))
  }, [card.id])
  const next = chooseCards(catalogue, learning, today, 2).find(
    (chosen) => chosen.card.id !== card.id,
  )
  return (
    <div className="grid gap-8">
      <CardReading key={card.id} card={card} />
      <CardQuiz commandId={commandId} quiz={card.quiz} answered={answered} next={next?.card} />
    </div>
  )
}
