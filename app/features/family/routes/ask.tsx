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
import { PageHead } from '~/ui/page-head'
import type { PageHandle } from '~/ui/page-handle'
import { Steps } from '~/ui/steps'
import { askByNumber } from '../ask-by-number.server'

export const meta: MetaFunction = () => [{ title: '번호로 물어보기 · 곁에' }]
export const handle: PageHandle = { back: { to: '/family', label: '가족' } }

export async function loader({ context }: LoaderFunctionArgs) {
  const viewer = context.session.viewer
  if (!viewer?.phone || context.session.heldUntil) throw redirect('/family')
  const name = await context.asViewer((tx) => findPersonName(tx, viewer.personId))
  return { name }
}

export async function action({ context, request }: ActionFunctionArgs) {
  if (!requireViewer(context).phone) return redirect('/family', 303)
  const form = await request.formData()
  const typed = { name: String(form.get('name') ?? ''), phone: String(form.get('phone') ?? '') }
  const named = await setName(context, typed.name)
  if (!named.saved) return { typed, errors: [{ fieldId: 'name', message: named.message }] }
  const asked = await askByNumber(context, { number: typed.phone, name: named.name })
  if (!asked.asked) return { typed, errors: [{ fieldId: 'phone', message: asked.message }] }
  return redirect('/family', 303)
}

export default function Ask() {
  const { name } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const errors = refused?.errors ?? []
  const errorOf = (field: string) => errors.find(({ fieldId }) => fieldId === field)?.message
  const sending = useNavigation().state === 'submitting'
  return (
    <div className="grid gap-6">
      <PageHead title="번호로 물어보기" lead="부모님 휴대폰에 물음을 남겨요." />
      <ErrorSummary title="한 번 더 봐 주세요" errors={errors} />
      <Form method="post" className="grid gap-4" noValidate>
        <Field
          name="name"
          label="내 이름"
          hint="부모님이 알아보실 이름이에요."
          autoComplete="name"
          defaultValue={refused?.typed.name ?? name ?? ''}
          error={errorOf('name')}
        />
        <Field
          name="phone"
          type="tel"
          inputMode="tel"
          autoComplete="off"
          label="부모님 전화번호"
          hint="010부터 11자리예요."
          defaultValue={refused?.typed.phone}
          error={errorOf('phone')}
        />
        <Button variant="primary" full busy={sending ? '남기는 중이에요' : undefined}>
          물어보기
        </Button>
      </Form>
      <Steps
        steps={[
          '부모님이 이 번호로 곁에에 들어오시면 물음이 보여요.',
          '내 이름과 내 번호가 함께 보여요.',
          '부모님이 허락하시면 가족에 나타나요. 번호나 숫자를 말로 물어보지 마세요.',
        ]}
      />
    </div>
  )
}
