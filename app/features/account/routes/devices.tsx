import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Card } from '~/ui/card'
import { LinkButton } from '~/ui/link-button'
import { PageHead } from '~/ui/page-head'
import type { PageHandle } from '~/ui/page-handle'
import { listDevices } from '../list-devices.server'
import { EndingList } from '../phones/ending-list'
import { endingWays, type EndingWay } from '../phones/ending-words'
import { listEndings, seeEndings } from '../phones/list-endings.server'

export const meta: MetaFunction = () => [{ title: '내 휴대폰 · 곁에' }]
export const handle: PageHandle = { back: { to: '/me', label: '내 정보' } }

export async function loader({ context }: LoaderFunctionArgs) {
  return { devices: await listDevices(context), endings: await listEndings(context) }
}

export async function action({ context }: ActionFunctionArgs) {
  await seeEndings(context)
  return redirect('/me/devices', 303)
}

export default function Devices() {
  const { devices, endings } = useLoaderData<typeof loader>()
  return (
    <div className="grid gap-6">
      <PageHead title="내 휴대폰" lead="곁에에 들어와 있는 기기예요." />
      <EndingList endings={endings} />
      {devices.map((device) => (
        <Card as="article" key={device.sessionId} labelledBy={device.sessionId}>
          <h2 id={device.sessionId} className="text-h2 font-bold">
            {device.label}
          </h2>
          <p className="text-body">
            {device.current ? '지금 쓰시는 기기예요.' : `${device.lastMet} 만났어요.`}
          </p>
          {device.unproven && !device.current ? (
            <p className="text-body font-bold">
              며칠 전에 이 번호로 들어왔어요. 모르시면 아래 ‘모르는 기기예요’를 눌러 주세요.
            </p>
          ) : null}
        </Card>
      ))}
      <section aria-labelledby="ways" className="grid gap-3">
        <h2 id="ways" className="text-h2 font-bold">
          휴대폰이 바뀌었나요?
        </h2>
        {(Object.keys(endingWays) as EndingWay[]).map((way) => (
          <LinkButton key={way} to={`/me/devices/${way}`} variant="outlined" full icon="device">
            {endingWays[way].title}
          </LinkButton>
        ))}
      </section>
    </div>
  )
}
