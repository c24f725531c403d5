import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Form, redirect, useLoaderData, type ClientActionFunctionArgs } from '@remix-run/react'
import { useWaiting } from '~/commands/use-waiting'
import { thisPhone } from '~/offline/this-phone'
import { useUnsent } from '~/offline/use-unsent'
import { Button } from '~/ui/button'
import { ConfirmSection } from '~/ui/confirm-section'
import { LinkButton } from '~/ui/link-button'
import { Notice } from '~/ui/notice'
import { PageHead } from '~/ui/page-head'
import type { PageHandle } from '~/ui/page-handle'

export const meta: MetaFunction = () => [{ title: '나가기 · 곁에' }]
export const handle: PageHandle = { back: { to: '/me', label: '내 정보' } }

export function loader({ context }: LoaderFunctionArgs) {
  const viewer = context.session.viewer
  if (!viewer) throw redirect('/me')
  // Without a number there is no way back, also when it was taken from the account (decision 0007).
  return { anonymous: viewer.phone === null }
}

export async function action({ context }: ActionFunctionArgs) {
  await context.session.signOut()
  return redirect('/', 303)
}

/** Whatever the phone keeps of this person goes, also when the server did not hear of it. */
export async function clientAction({ serverAction }: ClientActionFunctionArgs) {
  await endReminders().catch(() => undefined)
  const serverKnows = await serverAction().then(
    () => true,
    (thrown: unknown) => thrown instanceof Response && thrown.status < 400,
  )
  await thisPhone().leavePerson({ keepOutbox: false, serverKnows })
  return redirect('/', { headers: { 'X-Remix-Reload-Document': 'true' } })
}

/** While the session still holds: nobody else's phone is to ring. */
async function endReminders() {
  const { endOnThisPhone } = await import('~/features/reminders/subscription/this-push.client')
  await endOnThisPhone()
}

export default function SignOut() {
  const { anonymous } = useLoaderData<typeof loader>()
  const deeds = useWaiting().waiting.length > 0
  const unsent = useUnsent() || deeds
  return (
    <div className="grid gap-6">
      <PageHead title="나가기" />
      {unsent ? (
        <Notice kind="caution" title="아직 못 보낸 기록이 있어요." titleAs="h2">
          지금 나가면 그 기록은 사라져요. 인터넷이 되면 나가 주세요.
        </Notice>
      ) : null}
      <ConfirmSection
        title={anonymous ? '기록이 사라져요. 나갈까요?' : '이 휴대폰에서 나갈까요?'}
        refuse={
          anonymous ? (
            <LinkButton to="/sign-in" variant="primary" full>
              번호 먼저 잇기
            </LinkButton>
          ) : (
            <LinkButton to="/me" variant="outlined" full>
              그대로 있기
            </LinkButton>
          )
        }
        confirm={
          <Form method="post">
            <Button variant={anonymous ? 'danger' : 'outlined'} full>
              나가기
            </Button>
          </Form>
        }
      >
        {anonymous
          ? '이은 번호가 없어서 다시 찾을 수 없어요.'
          : '번호로 다시 들어오면 그대로 있어요.'}
      </ConfirmSection>
    </div>
  )
}
