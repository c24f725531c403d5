import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { Button } from '~/ui/button'
import { ConfirmSection } from '~/ui/confirm-section'
import { LinkButton } from '~/ui/link-button'
import { Notice } from '~/ui/notice'
import { PageHead } from '~/ui/page-head'
import type { PageHandle } from '~/ui/page-handle'
import { getMyAccount } from '../get-my-account.server'
import { HeldNotice } from '../held-notice'
import { requestDeletion } from '../request-deletion.server'

export const meta: MetaFunction = () => [{ title: '계정 지우기 · 곁에' }]
export const handle: PageHandle = { back: { to: '/me', label: '내 정보' } }

export async function loader({ context }: LoaderFunctionArgs) {
  const account = await getMyAccount(context)
  if (!account) throw redirect('/me')
  return account
}

export async function action({ context }: ActionFunctionArgs) {
  const result = await requestDeletion(context)
  return result.requested ? redirect('/me', 303) : { reason: result.reason }
}

const refusals = {
  demo: '꾸며 낸 체험 계정이라 지울 수 없어요.',
  held: '번호를 확인한 지 얼마 안 됐어요. 일주일이 지나면 지울 수 있어요.',
}

export default function DeleteAccount() {
  const { name, heldUntil } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  return (
    <div className="grid gap-6">
      <PageHead title="계정 지우기" />
      {refused ? (
        <Notice kind="info" title="지우지 않았어요." live="polite">
          {refusals[refused.reason]}
        </Notice>
      ) : null}
      {heldUntil ? (
        <HeldNotice until={heldUntil} />
      ) : (
        <ConfirmSection
          title={`${name ? `${name} 님의` : '내'} 계정을 지울까요?`}
          refuse={
            <LinkButton to="/me" variant="outlined" full>
              그대로 두기
            </LinkButton>
          }
          confirm={
            <Form method="post">
              <Button variant="danger" full>
                계정 지우기
              </Button>
            </Form>
          }
        >
          약 기록과 약 사진, 응급 카드, 배운 기록과 점수가 모두 지워져요. 가족과의 연결도 없어져요.
          7일 안에는 되돌릴 수 있어요.
        </ConfirmSection>
      )}
    </div>
  )
}
