import type { ReactNode } from 'react'
import { useInstall } from '~/offline/use-install'
import { Card } from '~/ui/card'
import { LinkButton } from '~/ui/link-button'

export const inAppNames = { kakao: '카카오톡', naver: '네이버', other: '다른 앱' } as const

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
      <OpenOutside to={situation.openOutside} variant="outlined" />
    </Card>
  )
}

interface OpenOutsideProps {
  /** Null where an app has no such address: then only its own button leads out. */
  to: string | null
  variant: 'primary' | 'outlined'
}

export function OpenOutside({ to, variant }: OpenOutsideProps) {
  if (to === null) return <p className="text-body">화면 아래 나침반 그림을 누르면 돼요.</p>
  return (
    <LinkButton to={to} variant={variant} full big={variant === 'primary'}>
      인터넷에서 열기
    </LinkButton>
  )
}
