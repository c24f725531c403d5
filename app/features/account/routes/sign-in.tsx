import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { demoPeople } from '~/features/trial/demo-people'
import { Button } from '~/ui/button'
import { Card } from '~/ui/card'
import { ErrorSummary } from '~/ui/error-summary'
import { Notice } from '~/ui/notice'
import { PageHead } from '~/ui/page-head'
import type { PageHandle } from '~/ui/page-handle'
import { CodeForm, PhoneForm } from '../sign-in-forms'
import { hasUnseenEnding } from '../phones/list-endings.server'
import { handleSignIn } from '../handle-sign-in.server'

export const meta: MetaFunction = () => [{ title: '들어오기 · 곁에' }]
export const handle: PageHandle = { back: { to: '/me', label: '내 정보' } }

/** Where somebody goes on who was sent here; any other address is not followed. */
const onward = new Map([
  ['family', '/family'],
  ['join', '/family/join'],
  ['start', '/start-together'],
])
const onwardOf = (request: Request) => onward.get(new URL(request.url).searchParams.get('to') ?? '')

export async function loader({ context, request }: LoaderFunctionArgs) {
  if (await context.session.findQuestion()) throw redirect('/sign-in/name')
  const viewer = context.session.viewer
  if (viewer && !viewer.anonymous) throw redirect(onwardOf(request) ?? '/me')
  return {
    attaching: viewer !== null,
    demo:
      context.env.GYEOTE_MODE === 'trial'
        ? demoPeople.map(({ id, name, about }) => ({ id, name, about }))
        : [],
  }
}

export async function action({ context, request }: ActionFunctionArgs) {
  const outcome = await handleSignIn(context, await request.formData())
  if (outcome.step === 'done') {
    // What a relative did to the phones is read before anything else.
    const next = (await hasUnseenEnding(context)) ? '/me/devices' : onwardOf(request)
    return redirect(next ?? '/', 303)
  }
  if (outcome.step === 'question') return redirect('/sign-in/name', 303)
  return outcome
}

export default function SignIn() {
  const { attaching, demo } = useLoaderData<typeof loader>()
  const outcome = useActionData<typeof action>()
  const errors = outcome?.error ? [outcome.error] : []
  return (
    <div className="grid gap-6">
      <PageHead
        title={attaching ? '전화번호 잇기' : '들어오기'}
        lead={
          attaching
            ? '번호를 이어 두면 새 휴대폰에서도 기록이 남아요.'
            : '전화번호로 들어오면 기록을 이어서 봐요.'
        }
      />
      <ErrorSummary title="한 번 더 봐 주세요" errors={errors} />
      {outcome?.step === 'code' ? (
        <CodeForm phone={outcome.phone} error={outcome.error?.message} />
      ) : (
        <PhoneForm phone={outcome?.phone} error={outcome?.error?.message} />
      )}
      {demo.length > 0 ? (
        <section aria-labelledby="demo" className="grid gap-4">
          <Notice kind="info" word="체험판이에요">
            아래 분들은 꾸며 낸 사람이에요.
          </Notice>
          <h2 id="demo" className="text-h2 font-bold">
            체험해 보기
          </h2>
          {demo.map((person) => (
            <Card as="div" key={person.id}>
              <p className="mb-3 text-body">{person.about}</p>
              <Form method="post">
                <input type="hidden" name="intent" value="demo" />
                <Button variant="outlined" full name="demo" value={person.id}>
                  {person.name} 님으로
                </Button>
              </Form>
            </Card>
          ))}
        </section>
      ) : null}
    </div>
  )
}
