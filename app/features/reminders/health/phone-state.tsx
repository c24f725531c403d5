import type { ReactNode } from 'react'
import { inAppNames, OpenOutside } from '~/features/install/way-out'
import { Button } from '~/ui/button'
import { Card } from '~/ui/card'
import { LinkButton } from '~/ui/link-button'
import { Notice } from '~/ui/notice'
import { Steps } from '~/ui/steps'
import type { Subscription } from '../subscription/use-subscription'
import type { NotificationSituation } from './notification-situation'

interface PhoneStateProps {
  situation: NotificationSituation
  subscription: Subscription
  /** Whether the account has a number; null where that is not known. */
  hasNumber: boolean | null
  allow: Allow
  /** What became of the last push to this phone; null when it was taken. */
  lastError?: string | null
}

export interface Allow {
  /** Asks for the permission. Only ever by a tap. */
  ask(): void
  isBusy: boolean
  /** The question went away without an answer. */
  wasPassedOver: boolean
}

/** Whether reminders can come to this phone, in plain words, and what to do where they cannot. */
export function PhoneState(props: PhoneStateProps) {
  const { situation, subscription, hasNumber, allow, lastError } = props
  switch (situation.kind) {
    case 'unknown':
      return <Looking />
    case 'in_app':
      return <InApp {...situation} />
    case 'home_screen_first':
      return <HomeScreenFirst hasNumber={hasNumber} />
    case 'unsupported':
      return <OtherBrowser />
    case 'not_asked':
      return <AllowCard {...allow} />
    case 'blocked':
      return <Blocked where={situation.where} />
    case 'allowed':
      return <Allowed subscription={subscription} lastError={lastError} />
  }
}

function Looking() {
  return (
    <>
      <p className="text-body noscript:hidden">이 휴대폰을 살펴보고 있어요.</p>
      <noscript>
        <p className="text-body">이 브라우저에서는 알림을 켤 수 없어요.</p>
        <p className="text-body">무엇을 알릴지는 아래에서 고를 수 있어요.</p>
      </noscript>
    </>
  )
}

/** One sentence of what for, then the button: the browser asks only once. */
export function AllowCard({ ask, isBusy, wasPassedOver }: Allow) {
  return (
    <Card due labelledBy="allow">
      <h2 id="allow" className="text-h2 font-bold">
        알림이 꺼져 있어요.
      </h2>
      <p className="mb-3 text-body">켜 두시면 약 시간에 휴대폰이 알려 드려요.</p>
      {wasPassedOver ? (
        <p role="status" className="mb-3 text-body font-bold">
          아직 안 켜졌어요. 휴대폰이 물으면 '허용'을 눌러 주세요.
        </p>
      ) : null}
      <Button
        type="button"
        variant="primary"
        full
        big
        busy={isBusy ? '켜는 중이에요' : undefined}
        onClick={ask}
      >
        알림 켜기
      </Button>
    </Card>
  )
}

function InApp({ app, openOutside }: Extract<NotificationSituation, { kind: 'in_app' }>) {
  return (
    <Notice kind="caution" title={`${inAppNames[app]} 안에서는 알림이 안 와요.`} titleAs="h2">
      <p>인터넷에서 열면 알림을 켤 수 있어요.</p>
      <div className="mt-3">
        <OpenOutside to={openOutside} variant="primary" />
      </div>
    </Notice>
  )
}

function HomeScreenFirst({ hasNumber }: { hasNumber: boolean | null }) {
  return (
    <section aria-labelledby="home-screen" className="grid gap-3">
      <h2 id="home-screen" className="text-h2 font-bold">
        아이폰은 첫 화면에 꺼내 두어야 알림이 와요.
      </h2>
      {hasNumber === false ? (
        <>
          <p className="text-body">먼저 번호를 이으면 적은 것이 그대로 따라가요.</p>
          <LinkButton to="/sign-in" variant="outlined" full icon="phone">
            전화번호 잇기
          </LinkButton>
        </>
      ) : null}
      <Steps
        steps={[
          '아래쪽 네모에 화살표 그림을 눌러요.',
          "'홈 화면에 추가'를 눌러요.",
          '첫 화면에 생긴 곁에 그림으로 열어요.',
          '이 쪽으로 와서 알림을 켜요.',
        ]}
      />
    </section>
  )
}

const OtherBrowser = () => (
  <Notice kind="caution" title="이 브라우저에는 알림이 없어요." titleAs="h2">
    크롬이나 삼성 인터넷에서 곁에를 열어 주세요.
  </Notice>
)

const steps: Record<Extract<NotificationSituation, { kind: 'blocked' }>['where'], string[]> = {
  iphone: [
    "휴대폰 '설정'에서 '알림'을 눌러요.",
    "'곁에'를 찾아 눌러요.",
    "'알림 허용'을 켜고 돌아와요.",
  ],
  android_app: [
    '첫 화면의 곁에 그림을 길게 눌러요.',
    "'앱 정보'를 누르고 '알림'을 눌러요.",
    "'알림 허용'을 켜고 돌아와요.",
  ],
  browser: [
    '주소 왼쪽의 작은 그림을 눌러요.',
    "'권한'이나 '사이트 설정'을 눌러요.",
    "'알림'을 '허용'으로 바꾸고 돌아와요.",
  ],
}

function Blocked({ where }: { where: keyof typeof steps }) {
  return (
    <section aria-labelledby="blocked" className="grid gap-3">
      <Notice kind="caution" title="알림이 막혀 있어요." titleAs="h2">
        <span id="blocked">휴대폰 설정에서만 다시 켤 수 있어요.</span>
      </Notice>
      <Steps steps={steps[where]} />
    </section>
  )
}

const states: Record<Subscription['kind'], ReactNode> = {
  looking: <p className="text-body">알림은 켜져 있어요. 이어 보고 있어요.</p>,
  known: <Notice kind="done" word="켜져 있어요" title="이 휴대폰으로 알림이 와요." titleAs="h2" />,
  no_network: (
    <Notice kind="offline" title="아직 잇지 못했어요." titleAs="h2">
      알림은 켜져 있어요. 인터넷이 되면 저절로 이어요.
    </Notice>
  ),
  not_signed_in: (
    <Notice kind="info" title="먼저 약을 적어 주세요." titleAs="h2">
      알림은 켜져 있어요. 알려 드릴 것이 아직 없어요.
    </Notice>
  ),
  no_push_service: <OtherBrowser />,
  refused: <OtherBrowser />,
  not_allowed: null,
}

const Allowed = ({
  subscription,
  lastError,
}: Pick<PhoneStateProps, 'subscription' | 'lastError'>) => (
  <div role="status">
    {subscription.kind === 'known' && lastError ? (
      <LastFailed error={lastError} />
    ) : (
      states[subscription.kind]
    )}
  </div>
)

/** What passes by itself is told from what somebody has to look at. */
const LastFailed = ({ error }: { error: string }) => (
  <Notice kind="caution" title="지난 알림은 못 보냈어요." titleAs="h2">
    {error === 'no_answer' || error === 'too_many' ? (
      <p>알림을 나르는 곳이 바빴어요. 다음 알림은 다시 보내요.</p>
    ) : (
      <p>곁에가 고쳐야 해요. 그동안은 '약' 쪽에서 시간을 봐 주세요.</p>
    )}
    <p>아래에서 시험 알림을 보내 볼 수 있어요.</p>
  </Notice>
)
