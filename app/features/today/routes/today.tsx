import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData, type ClientLoaderFunctionArgs } from '@remix-run/react'
import { TextSizeChoice } from '~/features/look/text-size-choice'
import { chooseTodaysCard, listDueReviews } from '~/features/cards/choose-card'
import { DueReview } from '~/features/cards/due-review'
import { loadKeptLearningPage } from '~/features/cards/load-kept-page'
import { loadLearningPage } from '~/features/cards/load-learning-page.server'
import type { LearningPage } from '~/features/cards/learning-page'
import { TodaysCard } from '~/features/cards/todays-card'
import { useLearning } from '~/features/cards/use-learning'
import { isShellRequest } from '~/platform/http/shell.server'
import { InstallHint } from '~/features/install/install-hint'
import { ArchWindow } from '~/ui/arch-window'
import { Card } from '~/ui/card'
import { EmptyState } from '~/ui/empty-state'
import { Icon } from '~/ui/icon'
import { LinkButton } from '~/ui/link-button'
import { PageHead } from '~/ui/page-head'
import type { PageHandle } from '~/ui/page-handle'
import { greetingAt } from '../greeting'

export const meta: MetaFunction = () => [
  { title: '오늘 · 곁에' },
  { name: 'description', content: '아침마다 하나씩 배우는 큰 글씨 배움터예요.' },
]
export const handle: PageHandle = {}

export function loader({ context, request }: LoaderFunctionArgs) {
  return isShellRequest(request) ? { shell: true as const } : loadLearningPage(context)
}

export function clientLoader({ serverLoader }: ClientLoaderFunctionArgs) {
  return loadKeptLearningPage(() => serverLoader<typeof loader>())
}
clientLoader.hydrate = true as const

export default function Today() {
  const page = useLoaderData<typeof loader>()
  return page.shell ? <PageHead title="오늘" /> : <ThisDay page={page} />
}

function ThisDay({ page }: { page: LearningPage }) {
  const { catalogue, today, hour } = page
  const learning = useLearning(page)
  const chosen = chooseTodaysCard(catalogue, learning, today)
  const greeting = greetingAt(hour)
  const review = listDueReviews(catalogue, learning, today)[0]
  return (
    <div className="grid gap-6">
      <PageHead
        eyebrow={learning.name ? `${learning.name} 님` : undefined}
        title={greeting.words}
        aside={<ArchWindow part={greeting.part} />}
      />
      {chosen ? (
        <TodaysCard chosen={chosen} finishedOn={learning.completed[chosen.card.id]} />
      ) : (
        <EmptyState title="카드가 아직 없어요">곧 새 카드가 올라와요.</EmptyState>
      )}
      {review ? <DueReview card={review} /> : null}
      {learning.daysTogether > 0 ? (
        <p className="flex items-center gap-2 text-body font-bold">
          <Icon name="sun" />
          함께한 날 {learning.daysTogether}일
        </p>
      ) : null}
      <LinkButton to="/help" variant="outlined" full icon="help">
        물어볼 곳 보기
      </LinkButton>
      <Card>
        <TextSizeChoice back="/" />
      </Card>
      <InstallHint />
    </div>
  )
}
