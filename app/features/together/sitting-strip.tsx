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
    if (!isOn || back === null) return
    let isOver = false
    // The sitting needs a network: without one the page stays, and the way back stands above it.
    void isReachable(back).then((is) => is && !isOver && navigate(back, { replace: true }))
    return () => {
      isOver = true
    }
  }, [isOn, pathname, navigate])
  if (!isOn || pathname.startsWith(sittingPath)) return null
  return (
    <LinkButton to={sittingPath} variant="outlined" full icon="family">
      같이 설치하기로 돌아가기
    </LinkButton>
  )
}

const isReachable = (path: string): Promise<boolean> =>
  fetch(path, { method: 'HEAD', redirect: 'error', cache: 'no-store' }).then(
    ({ ok }) => ok,
    () => false,
  )
