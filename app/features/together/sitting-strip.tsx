import { useLocation } from '@remix-run/react'
import { useSyncExternalStore } from 'react'
import { LinkButton } from '~/ui/link-button'
import { isSitting, listenForSitting } from './present-sitting.client'
import { sittingPath } from './sitting'

/** The way back to the sitting, above the pages that its steps lead through. */
export function SittingStrip() {
  const isOn = useSyncExternalStore(listenForSitting, isSitting, () => false)
  const { pathname } = useLocation()
  if (!isOn || pathname.startsWith(sittingPath)) return null
  return (
    <LinkButton to={sittingPath} variant="outlined" full icon="family">
      같이 설치하기로 돌아가기
    </LinkButton>
  )
}
