import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData, useNavigation } from '@remix-run/react'
import { AfterLosing } from '~/features/account/phones/after-losing'
import { appError } from '~/platform/http/app-errors'
import { requireViewer } from '~/platform/session/require-viewer.server'
import { Button } from '~/ui/button'
import { ConfirmSection } from '~/ui/confirm-section'
import { LinkButton } from '~/ui/link-button'
import { Notice } from '~/ui/notice'
import { PageHead } from '~/ui/page-head'
import type { PageHandle } from '~/ui/page-handle'
import { endPhonesOf, findTrusting, type PhonesEnded } from '../end-phones.server'

export const meta: MetaFunction = () => [{ title: '휴대폰을 잃으셨어요 · 곁에' }]
export const handle: PageHandle = { back: { to: '/family', label: '가족' } }

export async function loader({ context, params }: LoaderFunctionArgs) {
  requireViewer(context)
  const helped = await context.asViewer((tx) => findTrusting(tx, params.linkId ?? ''))
  if (!helped || context.session.heldUntil) throw appError('not_found')
  return helped
}

export function action({ context, params }: ActionFunctionArgs) {
  return endPhonesOf(context, params.linkId ?? '')
}

export default function LostPhone() {
  const { name } = useLoaderData<typeof loader>()
  const outcome = useActionData<typeof action>()
  const who = name ? `${name} 님` : '이분'
  return (
    <div className="grid gap-6">
      <PageHead title="휴대폰을 잃으셨어요" lead="다른 사람이 못 보게 로그아웃해 드릴 수 있어요." />
      {outcome?.ended ? (
        <>
          <Notice
            kind="done"
            title={`${who}의 휴대폰을 로그아웃했어요.`}
            titleAs="h2"
            live="polite"
          >
            그 휴대폰이 인터넷에 닿는 대로 거기 기록이 지워져요. 닿기 전까지는 남아 있을 수 있어요.
          </Notice>
          <AfterLosing />
        </>
      ) : (
        <>
          {outcome ? <Refused outcome={outcome} /> : null}
          <Question who={who} />
        </>
      )}
    </div>
  )
}

function Question({ who }: { who: string }) {
  const ending = useNavigation().state === 'submitting'
  return (
    <ConfirmSection
      title={`${who}의 모든 휴대폰에서 로그아웃을 할까요?`}
      refuse={
        <LinkButton to="/family" variant="outlined" full>
          그대로 두기
        </LinkButton>
      }
      confirm={
        <Form method="post">
          <Button variant="outlined" full busy={ending ? '로그아웃하는 중이에요' : undefined}>
            모두 로그아웃
          </Button>
        </Form>
      }
    >
      <p>약 알림도 그 휴대폰에 안 가요. 그 휴대폰에 적고 아직 못 보낸 것은 없어져요.</p>
      <p className="mt-2">
        새 휴대폰에서 같은 번호로 들어오시면 기록이 그대로 있어요. 누가 언제 그랬는지도 보여 드려요.
      </p>
    </ConfirmSection>
  )
}

function Refused({ outcome }: { outcome: Extract<PhonesEnded, { ended: false }> }) {
  return (
    <Notice kind="caution" title="로그아웃하지 못했어요." live="polite">
      {outcome.reason === 'too_many'
        ? '오늘은 여러 번 하셨어요. 내일 다시 해 주세요.'
        : '도와주기로 이어진 분만 할 수 있어요. 가족 화면을 다시 봐 주세요.'}
    </Notice>
  )
}
