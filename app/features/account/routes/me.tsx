import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import {
  Form,
  useActionData,
  useLoaderData,
  useNavigation,
  type ClientLoaderFunctionArgs,
} from '@remix-run/react'
import { keptOr } from '~/offline/kept-or'
import { isShellRequest } from '~/platform/http/shell.server'
import { Button } from '~/ui/button'
import { Card } from '~/ui/card'
import { Field } from '~/ui/field'
import { LinkButton } from '~/ui/link-button'
import { PageHead } from '~/ui/page-head'
import type { PageHandle } from '~/ui/page-handle'
import { PhoneNumber } from '~/ui/phone-number'
import { StatusLine } from '~/ui/status-line'
import { DeletionNotice } from '../deletion-notice'
import { getMyAccount } from '../get-my-account.server'
import { LookChoices } from '~/features/look/look-choices'
import { HeldNotice } from '../held-notice'
import { setName } from '../set-name.server'
import { TextSizeChoice } from '~/features/look/text-size-choice'
import { undoDeletion } from '../undo-deletion.server'

export const meta: MetaFunction = () => [{ title: '내 정보 · 곁에' }]
export const handle: PageHandle = { back: { to: '/', label: '오늘' } }

export async function loader({ context, request }: LoaderFunctionArgs) {
  if (isShellRequest(request)) return { shell: true as const }
  const personId = context.session.viewer?.personId ?? null
  return { shell: false as const, personId, known: true, account: await getMyAccount(context) }
}

/** Without a network the choices that belong to the phone still work. */
export function clientLoader({ serverLoader }: ClientLoaderFunctionArgs) {
  return keptOr(() => serverLoader<typeof loader>(), {
    fromStore: async ({ personId }) => ({
      shell: false as const,
      personId,
      known: false,
      account: null,
    }),
  })
}
clientLoader.hydrate = true as const

export async function action({ context, request }: ActionFunctionArgs) {
  const form = await request.formData()
  if (form.get('intent') === 'undo-deletion') {
    await undoDeletion(context)
    return { message: '계정을 그대로 두었어요.' }
  }
  const typed = String(form.get('name') ?? '')
  const result = await setName(context, typed)
  return result.saved ? { message: '이름을 적어 두었어요.' } : { typed, error: result.message }
}

export default function Me() {
  const page = useLoaderData<typeof loader>()
  const account = page.shell ? null : page.account
  const known = !page.shell && page.known
  const done = useActionData<typeof action>()
  const saving = useNavigation().formData?.get('intent') === 'name'
  return (
    <div className="grid gap-6">
      <PageHead title="내 정보" lead="고르시면 바로 바뀌어요." />
      {account?.removedOn ? <DeletionNotice removedOn={account.removedOn} /> : null}
      <Card>
        <TextSizeChoice back="/me" />
      </Card>
      <Card>
        <LookChoices />
      </Card>
      <LinkButton to="/reminders" variant="outlined" full icon="clock">
        알림이 잘 오나요?
      </LinkButton>
      <LinkButton to="/start-together" variant="outlined" full icon="family">
        같이 설치하기
      </LinkButton>
      {known && account?.heldUntil ? <HeldNotice until={account.heldUntil} /> : null}
      {known ? (
        <>
          {account?.heldUntil ? null : (
            <Card>
              <Form method="post" className="grid gap-4" noValidate>
                <Field
                  name="name"
                  label="부를 이름"
                  hint="20자까지 쓸 수 있어요."
                  autoComplete="name"
                  defaultValue={done && 'typed' in done ? done.typed : (account?.name ?? '')}
                  error={done && 'error' in done ? done.error : undefined}
                />
                <Button
                  variant="outlined"
                  full
                  name="intent"
                  value="name"
                  busy={saving ? '적는 중이에요' : undefined}
                >
                  이름 적기
                </Button>
                <StatusLine text={done && 'message' in done ? done.message : undefined} />
              </Form>
            </Card>
          )}
          <AccountLinks account={account} />
        </>
      ) : null}
    </div>
  )
}

function AccountLinks({ account }: { account: Awaited<ReturnType<typeof getMyAccount>> }) {
  return (
    <section aria-labelledby="account" className="grid gap-3">
      <h2 id="account" className="text-h2 font-bold">
        내 기록과 휴대폰
      </h2>
      {account?.phone ? (
        <p className="text-body">
          <PhoneNumber>{account.phone}</PhoneNumber> 번호로 이어져 있어요.
        </p>
      ) : (
        <>
          <p className="text-body">번호를 이으면 새 휴대폰에서도 봐요.</p>
          <LinkButton to="/sign-in" variant="outlined" full icon="phone">
            {account ? '전화번호 잇기' : '들어오기'}
          </LinkButton>
        </>
      )}
      {account ? (
        <>
          <LinkButton to="/me/family" variant="outlined" full icon="family">
            가족
          </LinkButton>
          <LinkButton to="/me/devices" variant="outlined" full icon="device">
            내 휴대폰
          </LinkButton>
          <LinkButton to="/me/data" variant="outlined" full reloadDocument>
            내 자료 받기
          </LinkButton>
          <LinkButton to="/me/sign-out" variant="outlined" full>
            나가기
          </LinkButton>
          <LinkButton to="/me/delete" variant="danger" full>
            계정 지우기
          </LinkButton>
        </>
      ) : null}
    </section>
  )
}
