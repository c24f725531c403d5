import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData, useNavigation } from '@remix-run/react'
import { appError } from '~/platform/http/app-errors'
import { requireViewer } from '~/platform/session/require-viewer.server'
import { Button } from '~/ui/button'
import { Card } from '~/ui/card'
import { ConfirmSection } from '~/ui/confirm-section'
import { EmptyState } from '~/ui/empty-state'
import { LinkButton } from '~/ui/link-button'
import { Notice } from '~/ui/notice'
import { PageHead } from '~/ui/page-head'
import type { PageHandle } from '~/ui/page-handle'
import { AfterLosing } from '../phones/after-losing'
import { endingWays, isEndingWay, type EndingWay } from '../phones/ending-words'
import { listDevices, type Device } from '../list-devices.server'
import { signOutDevice } from '../sign-out-device.server'

export const meta: MetaFunction = ({ params }) => [
  { title: `${isEndingWay(params.why) ? endingWays[params.why].title : '내 휴대폰'} · 곁에` },
]
export const handle: PageHandle = { back: { to: '/me/devices', label: '내 휴대폰' } }

const wayOf = (why: string | undefined): EndingWay => {
  if (!isEndingWay(why)) throw appError('not_found')
  return why
}

export async function loader({ context, params }: LoaderFunctionArgs) {
  const way = wayOf(params.why)
  const others = (await listDevices(context)).filter(({ current }) => !current)
  return { way, others }
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  requireViewer(context)
  const way = wayOf(params.why)
  const form = await request.formData()
  const device = String(form.get('device') ?? '')
  if (form.get('intent') !== 'end') return { step: 'asked' as const, device }
  const label = (await listDevices(context)).find(({ sessionId }) => sessionId === device)?.label
  return label && (await signOutDevice(context, device, endingWays[way].as))
    ? { step: 'ended' as const, device, label }
    : { step: 'refused' as const, device }
}

export default function EndDevice() {
  const { way, others } = useLoaderData<typeof loader>()
  const done = useActionData<typeof action>()
  const { title, lead, pick } = endingWays[way]
  const chosen =
    done?.step === 'asked' ? others.find(({ sessionId }) => sessionId === done.device) : undefined
  const asked = chosen ?? (others.length === 1 && done === undefined ? others[0] : undefined)
  return (
    <div className="grid gap-6">
      <PageHead title={title} lead={lead} />
      {done?.step === 'ended' ? (
        <>
          <Notice
            kind="done"
            title={`${done.label}에서 로그아웃했어요.`}
            titleAs="h2"
            live="polite"
          >
            그 휴대폰이 인터넷에 닿는 대로 거기 기록이 지워져요. 닿기 전까지는 남아 있을 수 있어요.
          </Notice>
          {way === 'lost' ? <AfterLosing /> : null}
        </>
      ) : asked ? (
        <Question way={way} device={asked} />
      ) : (
        <>
          {done?.step === 'refused' ? (
            <Notice kind="caution" title="로그아웃하지 못했어요." live="polite">
              그 기기가 이미 나갔거나, 번호를 확인한 지 일주일이 안 됐어요. 목록을 다시 봐 주세요.
            </Notice>
          ) : null}
          {others.length > 0 ? <Choices devices={others} pick={pick} /> : <NoOther way={way} />}
        </>
      )}
    </div>
  )
}

function Choices({ devices, pick }: { devices: readonly Device[]; pick: string }) {
  return (
    <section aria-labelledby="pick" className="grid gap-4">
      <h2 id="pick" className="text-h2 font-bold">
        {pick}
      </h2>
      {devices.map(({ sessionId, label, lastMet }) => (
        <Card as="article" key={sessionId} labelledBy={sessionId}>
          <h3 id={sessionId} className="text-body font-bold">
            {label}
          </h3>
          <p className="text-body">{lastMet} 만났어요.</p>
          <Form method="post" className="mt-3">
            <Button variant="outlined" full name="device" value={sessionId}>
              이 기기예요
            </Button>
          </Form>
        </Card>
      ))}
    </section>
  )
}

/** What will be gone is said before: an ended phone cannot deliver what it had not sent. */
function Question({ way, device }: { way: EndingWay; device: Device }) {
  const ending = useNavigation().state === 'submitting'
  const { first } = endingWays[way]
  return (
    <ConfirmSection
      title={`${device.label}에서 로그아웃할까요?`}
      refuse={
        <LinkButton to="/me/devices" variant="outlined" full>
          그대로 두기
        </LinkButton>
      }
      confirm={
        <Form method="post">
          <input type="hidden" name="device" value={device.sessionId} />
          <Button
            variant="outlined"
            full
            name="intent"
            value="end"
            busy={ending ? '로그아웃하는 중이에요' : undefined}
          >
            로그아웃하기
          </Button>
        </Form>
      }
    >
      <p className="font-bold">{device.lastMet} 만난 기기예요.</p>
      <p className="mt-2">
        그 뒤로 거기 적고 아직 못 보낸 것은 없어져요. 다른 기록은 이 휴대폰에 그대로 있어요.
      </p>
      {first ? <p className="mt-2">{first}</p> : null}
    </ConfirmSection>
  )
}

function NoOther({ way }: { way: EndingWay }) {
  return (
    <>
      <EmptyState title="다른 기기가 없어요">이 휴대폰만 들어와 있어요.</EmptyState>
      {way === 'lost' ? <AfterLosing /> : null}
    </>
  )
}
