import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { Form, useActionData, useLoaderData, useNavigation } from '@remix-run/react'
import { setName } from '~/features/account/set-name.server'
import { findPersonName } from '~/features/medication/find-person-name.server'
import { requireViewer } from '~/platform/session/require-viewer.server'
import { Button } from '~/ui/button'
import { ErrorSummary } from '~/ui/error-summary'
import { Field } from '~/ui/field'
import { LinkButton } from '~/ui/link-button'
import { Notice } from '~/ui/notice'
import { PageHead } from '~/ui/page-head'
import { joinInvite } from '../invite.server'
import { useJoinSecret } from '../use-join-secret'

export const meta: MetaFunction = () => [{ title: '가족 잇기 · 곁에' }]

export async function loader({ context }: LoaderFunctionArgs) {
  const viewer = context.session.viewer
  if (!viewer?.phone) return { signedIn: false as const }
  const name = await context.asViewer((tx) => findPersonName(tx, viewer.personId))
  return { signedIn: true as const, held: context.session.heldUntil !== null, name }
}

export async function action({ context, request }: ActionFunctionArgs) {
  if (!requireViewer(context).phone) return redirect('/family/join', 303)
  const form = await request.formData()
  const typed = String(form.get('name') ?? '')
  const named = await setName(context, typed)
  if (!named.saved)
    return { typed, errors: [{ fieldId: 'name', message: named.message }], tooOld: false }
  const secret = String(form.get('secret') ?? '')
  if (!(await joinInvite(context, { secret, name: named.name })))
    return { typed, errors: [], tooOld: true }
  return redirect('/family', 303)
}

export default function Join() {
  const page = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const secret = useJoinSecret()
  const sending = useNavigation().state === 'submitting'
  const errors = refused?.errors ?? []
  if (refused?.tooOld || secret === '') return <TooOld />
  return (
    <div className="grid gap-6">
      <PageHead
        title="가족으로 이을까요?"
        lead="부모님 휴대폰에서 허락하시면 이어져요. 숫자를 말로 주고받지 않아요."
      />
      <noscript>
        <p className="text-body">이 쪽은 자바스크립트를 켜야 쓸 수 있어요.</p>
      </noscript>
      <ErrorSummary title="한 번 더 봐 주세요" errors={errors} />
      {!page.signedIn ? (
        <>
          <p className="text-body">누구신지 부모님께 알려 드려야 해서 번호를 먼저 확인해요.</p>
          <LinkButton to="/sign-in?to=join" variant="primary" full icon="phone">
            번호 확인하기
          </LinkButton>
        </>
      ) : page.held ? (
        <Notice kind="info">
          번호를 확인한 지 얼마 안 됐어요. 일주일이 지나면 가족을 이을 수 있어요.
        </Notice>
      ) : (
        <Form method="post" className="grid gap-4" noValidate>
          <input type="hidden" name="secret" value={secret ?? ''} />
          <Field
            name="name"
            label="내 이름"
            hint="부모님이 알아보실 이름이에요."
            autoComplete="name"
            defaultValue={refused?.typed ?? page.name ?? ''}
            error={errors[0]?.message}
          />
          <Button variant="primary" full busy={sending ? '알리는 중이에요' : undefined}>
            부모님께 알리기
          </Button>
        </Form>
      )}
    </div>
  )
}

/** Old, used and unknown look alike. */
function TooOld() {
  return (
    <div className="grid gap-6">
      <PageHead
        title="이 그림은 쓸 수 없어요"
        lead="10분이 지났거나 이미 쓴 그림이에요. 부모님 휴대폰에서 새로 여세요."
      />
      <LinkButton to="/family" variant="outlined" full icon="family">
        가족으로 가기
      </LinkButton>
    </div>
  )
}
