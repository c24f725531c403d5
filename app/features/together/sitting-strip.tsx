import { useLocation, useNavigate } from '@remix-run/react'
import { useEffect, useRef, useSyncExternalStore } from 'react'
import { LinkButton } from '~/ui/link-button'
import { isSitting, listenForSitting } from './present-sitting.client'
import { sittingPath } from './sitting'
import { wayBack } from './way-back'

/**
 * The way back to the sitting, above the pages that its steps lead through. Where these are over, the sitting comes
 * back by itself, with what is really there.
 */
export function SittingStrip() {
  const isOn = useSyncExternalStore(listenForSitting, isSitting, () => false)
  const { pathname } = useLocation()
  const navigate = useNavigate()
  const before = useRef(pathname)
  useEffect(() => {
    const back = wayBack(before.current, pathname)
    before.current = pathname
    if (isOn && back) navigate(back, { replace: true })
  }, [isOn, pathname, navigate])
  if (!isOn || pathname.startsWith(sittingPath)) return null
  return (
    <LinkButton to={sittingPath} variant="outlined" full icon="family">
      같이 설치하기로 돌아가기
    </LinkButton>
  )
}
