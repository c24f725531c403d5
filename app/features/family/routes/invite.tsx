import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import {
  Form,
  useActionData,
  useLoaderData,
  useNavigation,
  type ClientLoaderFunctionArgs,
} from '@remix-run/react'
import { requireViewer } from '~/platform/session/require-viewer.server'
import { Button } from '~/ui/button'
import { PageHead } from '~/ui/page-head'
import type { PageHandle } from '~/ui/page-handle'
import { StatusLine } from '~/ui/status-line'
import { Steps } from '~/ui/steps'
import { CodePicture } from '../code-picture'
import { findVersion } from '../find-version.server'
import { openInvite } from '../invite.server'
import { listWaiting } from '../list-waiting.server'
import { orAsShown } from '~/offline/or-as-shown'
import { besideMs, useNews } from '../use-news'

export const meta: MetaFunction = () => [{ title: '옆에 있는 가족 잇기 · 곁에' }]
export const handle: PageHandle = { back: { to: '/me/family', label: '가족' } }

/** Whoever has read the code is asked about at once, on the senior's own screen. */
export async function loader({ context }: LoaderFunctionArgs) {
  const viewer = context.session.viewer
  if (!viewer || context.session.heldUntil) throw redirect('/me/family')
  return context.asViewer(async (tx) => {
    const joined = (await listWaiting(tx, viewer.personId)).shown.find(
      ({ sideBySide }) => sideBySide,
    )
    if (joined) throw redirect(`/me/family/waiting/${joined.id}`)
    return { version: await findVersion(tx) }
  })
}

export function clientLoader({ request, serverLoader }: ClientLoaderFunctionArgs) {
  return orAsShown(request, serverLoader<typeof loader>)
}
clientLoader.hydrate = true as const

export async function action({ context, request }: ActionFunctionArgs) {
  requireViewer(context)
  const origin = context.env.PUBLIC_URL ?? new URL(request.url).origin
  return openInvite(context, origin)
}

export default function Invite() {
  const { version } = useLoaderData<typeof loader>()
  const invite = useActionData<typeof action>()
  const opening = useNavigation().state === 'submitting'
  useNews(version, invite ? besideMs : undefined)
  return (
    <div className="grid gap-6">
      <PageHead
        title="옆에 있는 가족 잇기"
        lead="가족이 옆에 있을 때만 하세요. 전화로 불러 주는 것은 없어요."
      />
      {invite ? (
        <>
          <CodePicture path={invite.path} size={invite.size} label="가족의 사진기로 찍을 그림" />
          <StatusLine icon="clock" text="10분 동안 한 번만 쓸 수 있어요." />
        </>
      ) : null}
      <Steps
        steps={[
          '이 휴대폰에 그림을 열어요.',
          '가족이 자기 휴대폰 사진기로 그림을 찍어요.',
          '이 휴대폰에 누구인지 나오면, 무엇을 보여 줄지 정해요.',
        ]}
      />
      <Form method="post">
        <Button
          variant={invite ? 'outlined' : 'primary'}
          full
          busy={opening ? '여는 중이에요' : undefined}
        >
          {invite ? '새 그림 열기' : '그림 열기'}
        </Button>
      </Form>
    </div>
  )
}
