import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { Form, useActionData, useLoaderData, useNavigation } from '@remix-run/react'
import { validate } from 'uuid'
import { requireViewer } from '~/platform/session/require-viewer.server'
import { Button } from '~/ui/button'
import { ChoiceGroup } from '~/ui/choice-group'
import { EmptyState } from '~/ui/empty-state'
import { ErrorSummary } from '~/ui/error-summary'
import { LinkButton } from '~/ui/link-button'
import { Notice } from '~/ui/notice'
import { PageHead } from '~/ui/page-head'
import type { PageHandle } from '~/ui/page-handle'
import { PhoneNumber } from '~/ui/phone-number'
import { acceptWaiting, refuseWaiting } from '../answer-waiting.server'
import { ConsentWords } from '../consent-words'
import { needsToday, noRole, roleOf, wouldBegin } from '../helping/help-words'
import { RoleField } from '../helping/role-field'
import { findWaiting, type WaitingRelative } from '../list-waiting.server'
import { SharedFields } from '../shared-fields'
import { kindsOf, relations } from '../shared-kinds'

export const meta: MetaFunction = () => [{ title: '가족에게 보여 줄까요? · 곁에' }]
export const handle: PageHandle = { back: { to: '/me/family', label: '가족' } }

export async function loader({ context, params }: LoaderFunctionArgs) {
  const { viewer, heldUntil } = context.session
  if (!viewer) return null
  // Nobody who asks is to be seen yet: that page says until when, this one would say that there is nobody.
  if (heldUntil) throw redirect('/me/family')
  const { waitingId = '' } = params
  const relative = validate(waitingId)
    ? await context.asViewer((tx) => findWaiting(tx, viewer.personId, waitingId))
    : null
  const now = context.clock.now().getTime()
  if (!relative) return null
  const { sideBySide, linked } = relative
  const couldHelpFrom = wouldBegin(
    sideBySide || linked?.sideBySide === true,
    now,
    linked?.helpsFrom,
  )
  return { relative, isLinked: linked !== null, couldHelpFrom }
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  requireViewer(context)
  const form = await request.formData()
  const [id, answer] = [params.waitingId ?? '', form.get('answer')]
  if (answer !== 'yes') {
    await refuseWaiting(context, id, { block: answer === 'block' })
    return redirect('/me/family', 303)
  }
  const relation = relations.find((one) => one === form.get('relation'))
  const chosen = kindsOf(form)
  // Whoever wants to show nothing has a choice for that; with no tick they have forgotten to choose.
  const kinds = chosen?.length === 0 && form.get('preset') === 'each' ? null : chosen
  const role = roleOf(form)
  const isUnseen = role === 'help' && kinds !== null && !kinds.includes('med_today')
  if (!relation || !kinds || !role || isUnseen)
    return {
      relation: relation
        ? undefined
        : '누구인지 안 고르셨어요. 가족에 적어 둘 거예요. 하나를 골라 주세요.',
      preset: kinds
        ? undefined
        : '보여 줄 것을 안 고르셨어요. 고르신 것만 보여요. 하나를 골라 주세요.',
      role: isUnseen ? needsToday : role ? undefined : noRole,
    }
  const done = await acceptWaiting(context, id, { relation, kinds, helps: role === 'help' })
  return redirect(done ? '/me/family' : '/me/family?not-done=no_asking', 303)
}

export default function Waiting() {
  const waiting = useLoaderData<typeof loader>()
  if (waiting) return <Consent {...waiting} />
  return (
    <div className="grid gap-6">
      <PageHead title="가족에게 보여 줄까요?" />
      <EmptyState
        title="기다리는 분이 없어요"
        action={
          <LinkButton to="/me/family" variant="outlined" full icon="family">
            나를 보는 가족
          </LinkButton>
        }
      >
        벌써 답하셨거나 시간이 지났어요.
      </EmptyState>
    </div>
  )
}

interface ConsentProps {
  relative: WaitingRelative
  isLinked: boolean
  couldHelpFrom: string
}

/** Both answers look alike: neither is the right one. */
function Consent({ relative, isLinked, couldHelpFrom }: ConsentProps) {
  const wrong = useActionData<typeof action>()
  const answering = useNavigation().formData?.get('answer')
  const errors = [
    ...(wrong?.relation ? [{ fieldId: 'relation', message: wrong.relation }] : []),
    ...(wrong?.preset ? [{ fieldId: 'preset', message: wrong.preset }] : []),
    ...(wrong?.role ? [{ fieldId: 'role', message: wrong.role }] : []),
  ]
  const button = (answer: string, words: string, busy: string) => (
    <Button
      variant={answer === 'block' ? 'quiet' : 'outlined'}
      full
      name="answer"
      value={answer}
      busy={answering === answer ? busy : undefined}
    >
      {words}
    </Button>
  )
  return (
    <div className="grid gap-6">
      <PageHead
        title={`${relative.name} 님께 보여 드릴까요?`}
        lead={<PhoneNumber>{relative.phone}</PhoneNumber>}
      />
      {isLinked ? (
        <Notice kind="info" title="이미 이어진 분이에요." titleAs="h2">
          새로 고르시면 그대로 바뀌어요. ‘아니요’를 누르시면 지금 그대로예요. 막으시면 이어진 것도
          끝나요.
        </Notice>
      ) : relative.sideBySide ? null : (
        <Notice kind="caution" title="아는 번호인지 보세요." titleAs="h2">
          모르는 분이면 ‘아니요’를 누르세요. 그분에게는 알리지 않아요.
        </Notice>
      )}
      <ErrorSummary title="한 번 더 봐 주세요" errors={errors} />
      <ConsentWords name={relative.name} phone={relative.phone} />
      <Form method="post" className="grid gap-6" noValidate>
        <ChoiceGroup
          name="relation"
          legend="누구세요?"
          columns={2}
          error={wrong?.relation}
          choices={relations.map((relation) => ({ value: relation, label: relation }))}
        />
        <SharedFields error={wrong?.preset} />
        <RoleField from={couldHelpFrom} error={wrong?.role} />
        <div className="grid gap-4">
          {button('yes', '보여 줄게요', '잇는 중이에요')}
          {button('no', '아니요', '적는 중이에요')}
          {button('block', '이분 막기', '막는 중이에요')}
        </div>
      </Form>
    </div>
  )
}
