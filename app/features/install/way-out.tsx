import type { ReactNode } from 'react'
import { useInstall } from '~/offline/use-install'
import { Card } from '~/ui/card'
import { LinkButton } from '~/ui/link-button'

const inAppNames = { kakao: '카카오톡', naver: '네이버', other: '다른 앱' } as const

/** Inside another app: what does not work there, and the way to the phone's own browser. Nothing elsewhere. */
export function WayOut({ children }: { children: ReactNode }) {
  const { situation } = useInstall()
  if (situation.kind !== 'in_app') return null
  return (
    <Card labelledBy="outside">
      <h2 id="outside" className="text-h2 font-bold">
        {inAppNames[situation.app]} 안에서 보고 계세요.
      </h2>
      <p className="mb-3 text-body">{children}</p>
      {situation.openOutside ? (
        <LinkButton to={situation.openOutside} variant="outlined" full>
          인터넷에서 열기
        </LinkButton>
      ) : (
        <p className="text-body">화면 아래 나침반 그림을 누르면 돼요.</p>
      )}
    </Card>
  )
}
