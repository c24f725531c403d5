import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { Form, useLoaderData } from '@remix-run/react'
import { Button } from '~/ui/button'
import { Card } from '~/ui/card'
import { PageHead } from '~/ui/page-head'
import type { PageHandle } from '~/ui/page-handle'
import { inKorean } from '../korean-date'
import { listDevices } from '../list-devices.server'
import { signOutDevice } from '../sign-out-device.server'

export const meta: MetaFunction = () => [{ title: '들어온 기기 · 곁에' }]
export const handle: PageHandle = { back: { to: '/me', label: '내 정보' } }

export function loader({ context }: LoaderFunctionArgs) {
  return listDevices(context)
}

export async function action({ context, request }: ActionFunctionArgs) {
  await signOutDevice(context, String((await request.formData()).get('device') ?? ''))
  return redirect('/me/devices', 303)
}

export default function Devices() {
  const devices = useLoaderData<typeof loader>()
  return (
    <div className="grid gap-6">
      <PageHead title="들어온 기기" lead="모르는 기기가 있으면 내보내세요." />
      {devices.map((device) => (
        <Card as="article" key={device.sessionId} labelledBy={device.sessionId}>
          <h2 id={device.sessionId} className="text-h2 font-bold">
            {device.label}
          </h2>
          <p className="text-body">{inKorean(device.lastSeenOn)}에 열었어요.</p>
          {device.current ? (
            <p className="mt-2 text-body font-bold">지금 쓰시는 기기예요.</p>
          ) : (
            <Form method="post" className="mt-3">
              <Button variant="outlined" full name="device" value={device.sessionId}>
                이 기기 로그아웃
              </Button>
            </Form>
          )}
        </Card>
      ))}
    </div>
  )
}
