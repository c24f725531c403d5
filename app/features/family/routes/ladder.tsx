import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import {
  useActionData,
  useLoaderData,
  useSearchParams,
  type ClientActionFunctionArgs,
} from '@remix-run/react'
import { requireViewer } from '~/platform/session/require-viewer.server'
import { EmptyState } from '~/ui/empty-state'
import { LinkButton } from '~/ui/link-button'
import { Notice } from '~/ui/notice'
import { PageHead } from '~/ui/page-head'
import type { PageHandle } from '~/ui/page-handle'
import { chooseLadder } from '../ladder/choose-ladder.server'
import { nothingTyped, readChoice, typedOf, type LadderErrors } from '../ladder/ladder-choice'
import { LadderForm } from '../ladder/ladder-form'
import { loadLadder, type LadderPage } from '../ladder/load-ladder.server'

export const meta: MetaFunction = () => [{ title: '답이 없으면 가족에게 · 곁에' }]
export const handle: PageHandle = { back: { to: '/me/family', label: '가족' } }

export async function loader({ context }: LoaderFunctionArgs) {
  const { viewer, heldUntil } = context.session
  if (!viewer || heldUntil) throw redirect('/me/family')
  return loadLadder(context, viewer.personId)
}

export async function action({ context, request }: ActionFunctionArgs) {
  const { personId } = requireViewer(context)
  // Where a number was confirmed a moment ago nothing of the family is changed: that page says so.
  if (context.session.heldUntil) return redirect('/me/family', 303)
  const form = await request.formData()
  if (form.get('intent') === 'refuse') {
    const done = await chooseLadder(context, null)
    return redirect(done ? '/me/family/ladder?saved' : '/me/family', 303)
  }
  const { medicines, relatives } = await loadLadder(context, personId)
  const read = readChoice(form, {
    courseIds: medicines.map(({ id }) => id),
    linkIds: relatives.map(({ linkId }) => linkId),
  })
  if ('errors' in read) return { ...read, notSaved: null }
  // A link that has just ended, or a medicine that is gone: the page anew shows what is left to choose from.
  if (!(await chooseLadder(context, read.choice)))
    return { errors: {} as LadderErrors, typed: typedOf(read.choice), notSaved: 'changed' as const }
  return redirect('/me/family/ladder?saved', 303)
}

/** What was chosen stays in the form when the server cannot be reached. */
export async function clientAction({ serverAction }: ClientActionFunctionArgs) {
  try {
    return await serverAction<typeof action>()
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    return { errors: {} as LadderErrors, typed: null, notSaved: 'offline' as const }
  }
}

export const shouldRevalidate = ({
  actionResult,
}: {
  actionResult?: { notSaved?: string | null }
}) => actionResult?.notSaved !== 'offline'

export default function Ladder() {
  const page = useLoaderData<typeof loader>()
  return (
    <div className="grid gap-6">
      <PageHead
        title="답이 없으면 가족에게 알려요"
        lead={
          page.isOn
            ? '지금 켜져 있어요.'
            : '지금은 꺼져 있어요. 고르시기 전에는 아무에게도 안 알려요.'
        }
      />
      {useSearchParams()[0].has('saved') ? (
        <Notice kind="done" live="polite">
          적어 두었어요.
        </Notice>
      ) : null}
      {page.relatives.length === 0 ? (
        <EmptyState
          title="알릴 수 있는 가족이 없어요"
          action={
            <LinkButton to="/me/family" variant="outlined" full icon="family">
              나를 보는 가족
            </LinkButton>
          }
        >
          가족을 잇고 오늘 약을 보여 주시면 고르실 수 있어요.
        </EmptyState>
      ) : page.medicines.length === 0 ? (
        <EmptyState
          title="적어 둔 약이 없어요"
          action={
            <LinkButton to="/medication/new" variant="outlined" full icon="pill">
              약 적기
            </LinkButton>
          }
        >
          약을 적어 두시면 고르실 수 있어요.
        </EmptyState>
      ) : (
        <Choosing page={page} />
      )}
    </div>
  )
}

function Choosing({ page }: { page: LadderPage }) {
  const returned = useActionData<typeof clientAction>()
  const typed = returned?.typed ?? (page.choice ? typedOf(page.choice) : nothingTyped)
  return (
    <>
      {returned?.notSaved === 'offline' ? (
        <Notice kind="offline" live="polite">
          지금은 인터넷이 안 돼 못 바꿨어요. 고르신 것은 그대로 있어요. 조금 뒤 다시 눌러 주세요.
        </Notice>
      ) : returned?.notSaved === 'changed' ? (
        <Notice kind="caution" live="polite">
          그 사이에 가족이나 약이 바뀌어 못 적었어요. 아래를 보고 다시 눌러 주세요.
        </Notice>
      ) : null}
      {page.askAgain ? (
        <Notice kind="info" title="앞으로 여섯 달 더 알릴까요?" titleAs="h2">
          여섯 달이 되어 다시 여쭤요. 아래에서 골라 주세요. 거절해도 괜찮아요.
        </Notice>
      ) : null}
      {page.lacks ? <Lacks lacks={page.lacks} isOn={page.isOn} /> : null}
      <LadderForm
        key={JSON.stringify(page.choice)}
        page={page}
        typed={typed}
        errors={returned?.errors ?? {}}
      />
    </>
  )
}

/** Nobody is told of a silence that was not asked about. */
const Lacks = ({ lacks, isOn }: { lacks: 'reminders' | 'phone'; isOn: boolean }) => (
  <Notice kind={isOn ? 'caution' : 'info'}>
    <p>
      {lacks === 'reminders'
        ? '약 알림이 꺼져 있어요. 약 알림을 켜야 가족에게도 알려요.'
        : '약 알림이 오는 휴대폰이 없어요. 알림이 와야 가족에게도 알려요.'}
    </p>
    <div className="mt-3">
      <LinkButton to="/reminders" variant="outlined" full>
        약 알림 켜러 가기
      </LinkButton>
    </div>
  </Notice>
)
