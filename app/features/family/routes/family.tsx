import {
  redirect,
  type ActionFunctionArgs,
  type HeadersFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import {
  Form,
  useActionData,
  useLoaderData,
  type ClientActionFunctionArgs,
  type ClientLoaderFunctionArgs,
  type ShouldRevalidateFunctionArgs,
} from '@remix-run/react'
import { useState } from 'react'
import { Button } from '~/ui/button'
import { Card } from '~/ui/card'
import { EmptyState } from '~/ui/empty-state'
import { LinkButton } from '~/ui/link-button'
import { Notice } from '~/ui/notice'
import { PageHead } from '~/ui/page-head'
import type { PageHandle } from '~/ui/page-handle'
import { AlertCard } from '../alerts/alert-card'
import { RingFirst } from '../alerts/ring-first'
import { seeAlerts } from '../alerts/see-alerts.server'
import { takeBackRequest } from '../ask-by-number.server'
import { endLink } from '../change-link.server'
import { OpenCalls } from '../ladder/open-calls'
import { takeOn } from '../ladder/take-on.server'
import { loadFamily, type FamilyPage } from '../load-family.server'
import { orAsShown } from '~/offline/or-as-shown'
import { NotBelieved } from '../not-believed'
import { SeniorCard } from '../senior-card'
import { besideMs, useNews } from '../use-news'
import { WeeklyLink } from '../weekly/weekly-link'
import { sendWord } from '../words/send-word.server'
import { noNetworkWords, type Drafts, type NotSent } from '../words/word-form'

export const meta: MetaFunction = () => [{ title: '가족 · 곁에' }]
export const handle: PageHandle = {}

/** What others let one see is kept nowhere, the browser's own cache included. */
export const headers: HeadersFunction = () => ({ 'Cache-Control': 'no-store' })

export async function loader({ context }: LoaderFunctionArgs) {
  const viewer = context.session.viewer
  // Whoever is to see something of a senior has a number: the seniors are told whose it is.
  if (!viewer?.phone) return { who: 'unnumbered' as const }
  if (context.session.heldUntil) return { who: 'held' as const }
  return { who: 'relative' as const, ...(await loadFamily(context, viewer.personId)) }
}

export function clientLoader({ request, serverLoader }: ClientLoaderFunctionArgs) {
  return orAsShown(request, serverLoader<typeof loader>)
}
clientLoader.hydrate = true as const

export async function action({ context, request }: ActionFunctionArgs) {
  const form = await request.formData()
  if (form.get('intent') === 'word') {
    const [linkId, typed] = [String(form.get('link')), String(form.get('words') ?? '')]
    const outcome = await sendWord(context, { linkId, typed })
    if (!outcome.sent) return { linkId, typed, message: outcome.message } satisfies NotSent
  } else if (form.get('intent') === 'take-on')
    // Whoever was first stands on the page anew.
    await takeOn(context, String(form.get('step')))
  else if (form.get('intent') === 'alert-seen') await seeAlerts(context, String(form.get('told')))
  else if (form.get('intent') === 'take-back')
    await takeBackRequest(context, String(form.get('request')))
  else await endLink(context, String(form.get('link')))
  return redirect('/family', 303)
}

/** What was written stays where it is when the server cannot be reached. */
export async function clientAction({ request, serverAction }: ClientActionFunctionArgs) {
  const form = await request.clone().formData()
  try {
    return await serverAction<typeof action>()
  } catch (error) {
    if (!(error instanceof TypeError) || form.get('intent') !== 'word') throw error
    const [linkId, typed] = [String(form.get('link')), String(form.get('words') ?? '')]
    return { linkId, typed, message: noNetworkWords } satisfies NotSent
  }
}

export const shouldRevalidate = ({
  actionResult,
  defaultShouldRevalidate,
}: ShouldRevalidateFunctionArgs) =>
  actionResult?.message === noNetworkWords ? false : defaultShouldRevalidate

export default function Family() {
  const page = useLoaderData<typeof loader>()
  return (
    <div className="grid gap-6">
      <PageHead
        title="가족"
        lead={page.who === 'unnumbered' ? undefined : '보여 주기로 하신 것만 보여요.'}
      />
      {page.who === 'relative' ? <Seniors page={page} /> : null}
      {page.who === 'unnumbered' ? <BothSides /> : null}
      {page.who === 'held' ? (
        <Notice kind="info">
          번호를 확인한 지 얼마 안 됐어요. 일주일이 지나면 가족이 여기에 보여요.
        </Notice>
      ) : null}
    </div>
  )
}

function Seniors({ page }: { page: FamilyPage }) {
  const { calls, seniors, rings, offices, requests, joined, version } = page
  const notSent = useActionData<typeof action>()
  const [drafts] = useState<Drafts>(() => new Map())
  const belief = useNews(version, joined > 0 ? besideMs : undefined)
  if (belief !== 'shown') return <NotBelieved belief={belief} />
  return (
    <>
      <OpenCalls calls={calls} />
      {seniors.map((senior) =>
        senior.alert ? (
          <AlertCard key={senior.alert.id} senior={senior} alert={senior.alert} offices={offices} />
        ) : null,
      )}
      {!rings && seniors.some(({ tellsOfDanger }) => tellsOfDanger) ? <RingFirst /> : null}
      {joined > 0 ? (
        <Notice kind="waiting" live="polite">
          부모님 휴대폰을 봐 주세요. 거기서 허락하시면 여기에 보여요.
        </Notice>
      ) : null}
      {seniors.length > 0 ? (
        <div className="grid gap-6">
          {seniors.map((senior) => (
            <SeniorCard
              key={senior.linkId}
              senior={senior}
              notSent={notSent?.linkId === senior.linkId ? notSent : undefined}
              drafts={drafts}
            />
          ))}
        </div>
      ) : joined === 0 ? (
        <EmptyState
          title="이어진 분이 없어요"
          action={
            <LinkButton to="/me/family" variant="outlined" full icon="family">
              나를 보는 가족
            </LinkButton>
          }
        >
          부모님이 허락하시면 오늘 약을 여기에서 봐요. 누가 나를 보는지는 아래에서 정해요.
        </EmptyState>
      ) : null}
      {seniors.length > 0 ? <WeeklyLink choice={page.weekly} /> : null}
      {requests.length > 0 ? <Requests requests={requests} /> : null}
      <section aria-labelledby="more" className="grid gap-3">
        <h2 id="more" className="text-h2 font-bold">
          더 잇기
        </h2>
        <p className="text-body">
          옆에 계시면 부모님 휴대폰의 내 정보, 가족에서 그림을 여세요. 그 그림을 이 휴대폰 사진기로
          찍으면 돼요. 멀리 계시면 번호로 물어보세요.
        </p>
        <LinkButton to="/family/ask" variant="outlined" full icon="phone">
          번호로 물어보기
        </LinkButton>
        <LinkButton to="/start-together" variant="outlined" full icon="device">
          부모님과 같이 설치하기
        </LinkButton>
        {seniors.length > 0 ? (
          <LinkButton to="/me/family" variant="quiet" full>
            나를 보는 가족
          </LinkButton>
        ) : null}
      </section>
    </>
  )
}

/** For whoever has no number yet: being seen needs none, seeing does. */
function BothSides() {
  return (
    <>
      <section aria-labelledby="seen" className="grid gap-3">
        <h2 id="seen" className="text-h2 font-bold">
          나를 보는 가족
        </h2>
        <p className="text-body">가족이 내 약을 함께 챙겨요. 누가 무엇을 볼지 정해요.</p>
        <LinkButton to="/me/family" variant="outlined" full icon="family">
          나를 보는 가족
        </LinkButton>
      </section>
      <section aria-labelledby="seeing" className="grid gap-3">
        <h2 id="seeing" className="text-h2 font-bold">
          부모님 챙기기
        </h2>
        <p className="text-body">부모님께 누구인지 알려 드려요. 그래서 번호가 있어야 해요.</p>
        <LinkButton to="/sign-in?to=family" variant="outlined" full icon="phone">
          번호로 들어오기
        </LinkButton>
      </section>
    </>
  )
}

function Requests({ requests }: Pick<FamilyPage, 'requests'>) {
  return (
    <section aria-labelledby="asked" className="grid gap-3">
      <h2 id="asked" className="text-h2 font-bold">
        물어본 번호
      </h2>
      {requests.map(({ id, end }) => (
        <Card as="div" key={id}>
          <p className="text-body font-bold">끝 번호 {end}</p>
          <p className="text-body">
            답을 기다려요. 14일이 지나면 사라져요. 답이 없으면 다시 물어보셔도 돼요.
          </p>
          <Form method="post" className="mt-3">
            <input type="hidden" name="intent" value="take-back" />
            <Button variant="outlined" full name="request" value={id}>
              그만 물어보기
            </Button>
          </Form>
        </Card>
      ))}
    </section>
  )
}
