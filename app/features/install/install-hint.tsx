import { useEffect, useSyncExternalStore } from 'react'
import { useInstall } from '~/offline/use-install'
import { Button } from '~/ui/button'
import { Card } from '~/ui/card'
import { LinkButton } from '~/ui/link-button'
import { Steps } from '~/ui/steps'
import { countVisit, dismissHint, isHintWanted, listenForVisits } from './visits.client'

const inAppNames = { kakao: '카카오톡', naver: '네이버', other: '다른 앱' } as const

/**
 * Offers to put 곁에 on the home screen, at the foot of 오늘 from the second visit on, and never again after
 * 「괜찮아요」. Inside another app it offers the way out instead, at once.
 */
export function InstallHint() {
  const { situation, ask } = useInstall()
  const wanted = useSyncExternalStore(listenForVisits, isHintWanted, () => false)
  useEffect(countVisit, [])

  if (situation.kind === 'in_app')
    return (
      <Card labelledBy="outside">
        <h2 id="outside" className="text-h2 font-bold">
          {inAppNames[situation.app]} 안에서 보고 계세요.
        </h2>
        <p className="mb-3 text-body">여기서는 기록이 지워질 수 있어요.</p>
        {situation.openOutside ? (
          <LinkButton to={situation.openOutside} variant="outlined" full>
            인터넷에서 열기
          </LinkButton>
        ) : (
          <p className="text-body">화면 아래 나침반 그림을 누르면 돼요.</p>
        )}
      </Card>
    )
  if (!wanted || situation.kind === 'installed' || situation.kind === 'none') return null
  return (
    <Card labelledBy="install">
      <h2 id="install" className="mb-3 text-h2 font-bold">
        곁에를 첫 화면에 꺼내 둘까요?
      </h2>
      {situation.kind === 'ios_share' ? (
        <Steps steps={['아래쪽 네모에 화살표 그림을 눌러요.', "'홈 화면에 추가'를 눌러요."]} />
      ) : null}
      {situation.kind === 'android_menu' ? (
        <Steps steps={['오른쪽 점 세 개를 눌러요.', "'홈 화면에 추가'를 눌러요."]} />
      ) : null}
      <div className="mt-3 grid gap-3">
        {situation.kind === 'prompt' ? (
          <Button
            type="button"
            variant="outlined"
            full
            onClick={() => void ask().then(dismissHint)}
          >
            꺼내 두기
          </Button>
        ) : null}
        <Button type="button" variant="quiet" full onClick={dismissHint}>
          괜찮아요
        </Button>
      </div>
    </Card>
  )
}
