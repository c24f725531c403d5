import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import {
  Form,
  useLoaderData,
  useSearchParams,
  type ClientLoaderFunctionArgs,
} from '@remix-run/react'
import { requireViewer } from '~/platform/session/require-viewer.server'
import { Button } from '~/ui/button'
import { Card } from '~/ui/card'
import { EmptyState } from '~/ui/empty-state'
import { LinkButton } from '~/ui/link-button'
import { Notice } from '~/ui/notice'
import { PageHead } from '~/ui/page-head'
import type { PageHandle } from '~/ui/page-handle'
import { PhoneNumber } from '~/ui/phone-number'
import { endLink, renewLink, unblock } from '../change-link.server'
import { findChoice } from '../ladder/find-choice.server'
import { findVersion } from '../find-version.server'
import { listBlocked, type Blocked } from '../list-blocked.server'
import { listRelatives } from '../list-relatives.server'
import { listLooks } from '../presence/list-looks.server'
import { listWaiting, type WaitingRelative } from '../list-waiting.server'
import { orAsShown } from '~/offline/or-as-shown'
import { RelativeCard } from '../relative-card'
import { isNotDone, notDoneWords } from '../not-done'
import { kindsOf } from '../shared-kinds'
import { useNews } from '../use-news'

export const meta: MetaFunction = () => [{ title: '나를 보는 가족 · 곁에' }]
export const handle: PageHandle = { back: { to: '/me', label: '내 정보' } }

export async function loader({ context }: LoaderFunctionArgs) {
  const viewer = context.session.viewer
  if (!viewer) return { who: 'nobody' as const }
  if (context.session.heldUntil) return { who: 'held' as const }
  return context.asViewer(async (tx) => ({
    who: 'senior' as const,
    looks: Object.fromEntries(await listLooks(tx, context.clock.now())),
    version: await findVersion(tx),
    relatives: await listRelatives(tx, viewer.personId),
    waiting: await listWaiting(tx, viewer.personId),
    blocked: await listBlocked(tx, viewer.personId),
    ladder: await findChoice(tx, viewer.personId, context.clock.now()),
  }))
}

export function clientLoader({ request, serverLoader }: ClientLoaderFunctionArgs) {
  return orAsShown(request, serverLoader<typeof loader>)
}
clientLoader.hydrate = true as const

export async function action({ context, request }: ActionFunctionArgs) {
  requireViewer(context)
  const form = await request.formData()
  const link = String(form.get('link') ?? '')
  const intent = form.get('intent')
  if (intent === 'unblock') await unblock(context, String(form.get('block') ?? ''))
  else if (intent === 'renew') {
    const yes = { kinds: kindsOf(form) ?? [], helps: form.get('role') === 'help' }
    const outcome = await renewLink(context, link, form.get('preset') === 'nothing' ? null : yes)
    if (outcome !== 'done') return redirect(`/me/family?not-done=${outcome}`, 303)
  } else if (intent === 'end') await endLink(context, link)
  return redirect('/me/family', 303)
}

export default function FamilySettings() {
  const page = useLoaderData<typeof loader>()
  return (
    <div className="grid gap-6">
      <PageHead title="나를 보는 가족" lead="누가 무엇을 보는지 여기서 정해요." />
      {page.who === 'senior' ? <Settings page={page} /> : null}
      {page.who === 'nobody' ? <Nobody /> : null}
      {page.who === 'held' ? (
        <Notice kind="info">
          번호를 확인한 지 얼마 안 됐어요. 일주일이 지나면 가족이 여기에 보여요.
        </Notice>
      ) : null}
    </div>
  )
}

type Page = ReturnType<typeof useLoaderData<typeof loader>>

function Settings({ page }: { page: Extract<Page, { who: 'senior' }> }) {
  useNews(page.version)
  const notDone = useSearchParams()[0].get('not-done') ?? ''
  return (
    <>
      {isNotDone(notDone) ? (
        <Notice kind="info" live="polite">
          {notDoneWords[notDone]}
        </Notice>
      ) : null}
      {page.waiting.shown.map((relative) => (
        <Waiting key={relative.id} relative={relative} />
      ))}
      {page.waiting.more ? (
        <p className="text-body">먼저 물어본 분이 더 있어요. 위의 분께 답하시면 보여요.</p>
      ) : null}
      {page.relatives.map((relative) => (
        <RelativeCard
          key={relative.linkId}
          relative={relative}
          looks={page.looks[relative.linkId]}
        />
      ))}
      {page.relatives.length + page.waiting.shown.length === 0 ? (
        <EmptyState title="연결한 가족이 없어요">혼자 쓰셔도 괜찮아요.</EmptyState>
      ) : null}
      {page.relatives.length > 0 ? <ToLadder askAgain={page.ladder?.askAgain ?? false} /> : null}
      <LinkButton to="/me/family/invite" variant="outlined" full icon="family">
        옆에 있는 가족 잇기
      </LinkButton>
      <LinkButton to="/family" variant="quiet" full>
        내가 보는 가족
      </LinkButton>
      {page.blocked.length > 0 ? <BlockedPeople blocked={page.blocked} /> : null}
    </>
  )
}

function ToLadder({ askAgain }: { askAgain: boolean }) {
  const link = (
    <LinkButton to="/me/family/ladder" variant="outlined" full>
      답 없을 때 알리기
    </LinkButton>
  )
  return askAgain ? (
    <Notice kind="info" word="다시 여쭤요" title="앞으로도 가족에게 알릴까요?" titleAs="h2">
      <div className="mt-3">{link}</div>
    </Notice>
  ) : (
    link
  )
}

function Nobody() {
  return (
    <EmptyState
      title="먼저 곁에에 들어와 주세요"
      action={
        <LinkButton to="/sign-in" variant="primary" full icon="phone">
          들어오기
        </LinkButton>
      }
    >
      들어오시면 가족을 이을 수 있어요. 혼자 쓰셔도 괜찮아요.
    </EmptyState>
  )
}

function Waiting({ relative }: { relative: WaitingRelative }) {
  return (
    <Notice kind="info" word="답을 기다려요" title={`${relative.name} 님이에요.`} titleAs="h2">
      <p>
        <PhoneNumber>{relative.phone}</PhoneNumber>
      </p>
      <div className="mt-3">
        <LinkButton to={`/me/family/waiting/${relative.id}`} variant="outlined" full>
          보고 답하기
        </LinkButton>
      </div>
    </Notice>
  )
}

function BlockedPeople({ blocked }: { blocked: readonly Blocked[] }) {
  return (
    <section aria-labelledby="blocked" className="grid gap-3">
      <h2 id="blocked" className="text-h2 font-bold">
        막은 분
      </h2>
      {blocked.map(({ blockId, name }) => (
        <Card as="div" key={blockId}>
          <p className="text-body font-bold">{name === null ? '곁에를 떠난 분' : `${name} 님`}</p>
          <Form method="post" className="mt-3">
            <input type="hidden" name="intent" value="unblock" />
            <Button variant="outlined" full name="block" value={blockId}>
              막기 풀기
            </Button>
          </Form>
        </Card>
      ))}
    </section>
  )
}
