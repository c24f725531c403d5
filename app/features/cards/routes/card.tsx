import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData, type ClientLoaderFunctionArgs } from '@remix-run/react'
import { v7 as uuidv7 } from 'uuid'
import { useEffect } from 'react'
import { applyNow } from '~/commands/apply-now.server'
import { dateIn } from '~/platform/clock'
import { appError } from '~/platform/http/app-errors'
import { isShellRequest } from '~/platform/http/shell.server'
import type { PageHandle } from '~/ui/page-handle'
import { PageHead } from '~/ui/page-head'
import { answerFormSchema } from '../answer-form'
import { CardQuiz } from '../card-quiz'
import { CardReading } from '../card-reading'
import { chooseCards } from '../choose-card'
import { findCard } from '../find-card.server'
import { getLearning } from '../get-learning.server'
import { loadKeptCardPage, type CardPage } from '../load-kept-page'
import { loadLearningPage } from '../load-learning-page.server'
import { useAnswer } from '../use-answer'
import { useCardVoice } from '../use-card-voice'
import { useLearning } from '../use-learning'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data && !data.shell ? `${data.card.title} · 곁에` : '카드 · 곁에' },
]
export const handle: PageHandle = { back: { to: '/', label: '오늘' } }

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  if (isShellRequest(request)) return { shell: true as const }
  const [page, card] = await Promise.all([
    loadLearningPage(context),
    findCard(context, params.cardId ?? ''),
  ])
  if (!card) throw appError('unknown_card')
  return { ...page, card, commandId: uuidv7() }
}

export function clientLoader({ serverLoader, params }: ClientLoaderFunctionArgs) {
  return loadKeptCardPage(params.cardId ?? '', uuidv7, () => serverLoader<typeof loader>())
}
clientLoader.hydrate = true as const

/** Without JavaScript: the first answer finishes the card, later ones are practice. */
export async function action({ context, params, request }: ActionFunctionArgs) {
  const given = answerFormSchema.safeParse(Object.fromEntries(await request.formData()))
  if (!given.success) throw appError('bad_input')
  const { answer, commandId: id } = given.data
  const card = await findCard(context, params.cardId ?? '')
  if (!card) throw appError('unknown_card')
  const { completed, timeZone } = await getLearning(context)
  const today = dateIn(timeZone, context.clock.now())
  const first = completed[card.id] === undefined
  const applied = await applyNow(
    context,
    first
      ? { id, type: 'complete_card', payload: { cardId: card.id, answer, completedOn: today } }
      : { id, type: 'answer_review', payload: { cardId: card.id, answer, answeredOn: today } },
  )
  if (applied.status === 'refused') throw appError('bad_input')
  const correct = card.quiz.answers[answer]?.correct ?? false
  return { answer, correct, points: first ? card.points : 0 }
}

export default function CardRoute() {
  const page = useLoaderData<typeof loader>()
  return page.shell ? <PageHead title="카드" /> : <OpenCard key={page.card.id} page={page} />
}

function OpenCard({ page }: { page: CardPage }) {
  const { card, catalogue, today, commandId } = page
  const learning = useLearning(page)
  const { answered, writing, submit } = useAnswer(card, learning, today)
  const sent = useActionData<typeof action>()
  const shown = answered ?? sent
  const { blocks, voice, inText, inQuiz } = useCardVoice(card, shown)
  useEffect(() => {
    navigator.sendBeacon(`/learn/${card.id}/view`, new Blob([]))
  }, [card.id])
  const next = chooseCards(catalogue, learning, today, 2).find(
    (chosen) => chosen.card.id !== card.id,
  )
  return (
    <div className="grid gap-8">
      <CardReading card={card} blocks={blocks} current={inText} {...voice} />
      <CardQuiz
        commandId={commandId}
        quiz={card.quiz}
        answered={shown}
        current={inQuiz}
        writing={writing}
        onSubmit={submit}
        next={next?.card}
      />
    </div>
  )
}
