import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData, type ClientLoaderFunctionArgs } from '@remix-run/react'
import { v7 as uuidv7 } from 'uuid'
import { TextSizeChoice } from '~/features/look/text-size-choice'
import { chooseTodaysCard, listDueReviews } from '~/features/cards/choose-card'
import { DueReview } from '~/features/cards/due-review'
import { TodaysCard } from '~/features/cards/todays-card'
import { useLearning } from '~/features/cards/use-learning'
import { FamilyNews } from '~/features/family/family-news'
import { LadderNotices } from '~/features/family/ladder/ladder-notices'
import { answerFamily } from '~/features/family/words/answer-family.server'
import { ChangesByOthers } from '~/features/medication/changes/changes-by-others'
import { DayOfMedicines } from '~/features/medication/day-of-medicines'
import { suppliesAfter } from '~/features/medication/day-page'
import { sayDoses } from '~/features/medication/dose-card/say-doses.server'
import { FirstDose, groupsNow, lastAnswered, useFirstGroup } from '~/features/medication/due-now'
import { TravelQuestion } from '~/features/medication/travel/travel-question'
import { useFacts } from '~/features/medication/use-medication'
import { RunOutNotice } from '~/features/medication/visits/run-out-notice'
import { KeepSheet } from '~/features/emergency/keep-sheet'
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
import { loadKeptToday, type TodayPage } from '../load-kept-today'
import { loadToday } from '../load-today.server'

export const meta: MetaFunction = () => [
  { title: '오늘 · 곁에' },
  { name: 'description', content: '아침마다 하나씩 배우는 큰 글씨 배움터예요.' },
]
export const handle: PageHandle = {}

export async function loader({ context, request }: LoaderFunctionArgs) {
  if (isShellRequest(request)) return { shell: true as const }
  return loadToday(context)
}

export function clientLoader({ serverLoader }: ClientLoaderFunctionArgs) {
  return loadKeptToday(() => serverLoader<typeof loader>(), uuidv7)
}
clientLoader.hydrate = true as const

/** Without JavaScript. */
export async function action({ context, request }: ActionFunctionArgs) {
  const form = await request.formData()
  if (await answerFamily(context, form)) return redirect('/', 303)
  return sayDoses(context, form)
}

export default function Today() {
  const page = useLoaderData<typeof loader>()
  return page.shell ? <PageHead title="오늘" /> : <ThisDay page={page} />
}

function ThisDay({ page }: { page: TodayPage }) {
  const { catalogue, today, hour, commandId } = page
  const learning = useLearning(page)
  const { facts, consent, now } = useFacts(page.medication)
  const groups = groupsNow(facts, now)
  const first = useFirstGroup(groups)
  const answered = first ? undefined : lastAnswered(groups, now)
  const dose = { facts, now, commandId, sent: useActionData<typeof action>() }
  const chosen = chooseTodaysCard(catalogue, learning, today)
  const greeting = greetingAt(hour)
  const review = listDueReviews(catalogue, learning, today)[0]
  return (
    <div className="grid gap-4">
      <PageHead
        eyebrow={learning.name ? `${learning.name} 님` : undefined}
        title={greeting.words}
        aside={first ? undefined : <ArchWindow part={greeting.part} />}
      />
      {first ? <FirstDose group={first} {...dose} /> : null}
      <LadderNotices news={page.family?.ladder ?? []} commandId={commandId} />
      {chosen ? (
        <TodaysCard
          chosen={chosen}
          finishedOn={learning.completed[chosen.card.id]}
          second={first !== undefined}
        />
      ) : (
        <EmptyState title="카드가 아직 없어요">곧 새 카드가 올라와요.</EmptyState>
      )}
      {answered ? <FirstDose group={answered} {...dose} /> : null}
      <nav aria-label="물어보기" className="tiles">
        <LinkButton to="/scam-check" variant="outlined">
          이거 사기예요?
        </LinkButton>
        <LinkButton to="/help" variant="outlined">
          물어볼 곳
        </LinkButton>
      </nav>
      {consent?.given ? <TravelQuestion facts={facts} now={now} /> : null}
      <ChangesByOthers
        page={page.medication}
        facts={facts}
        consent={consent}
        now={now}
        commandId={commandId}
      />
      <FamilyNews news={page.family} commandId={commandId} />
      <RunOutNotice {...{ facts, now }} supplies={suppliesAfter(page.medication, facts)} />
      <DayOfMedicines facts={facts} groups={groups} shown={first ?? answered} now={now} />
      {review ? <DueReview card={review} /> : null}
      {learning.daysTogether > 0 ? (
        <p className="flex items-center gap-2 text-body font-bold">
          <Icon name="sun" />
          함께한 날 {learning.daysTogether}일
        </p>
      ) : null}
      <Card>
        <TextSizeChoice back="/" />
      </Card>
      <InstallHint />
      <KeepSheet personId={page.personId} />
    </div>
  )
}
