import { lazy, useEffect, useSyncExternalStore } from 'react'
import { useInstall } from '~/offline/use-install'
import { Part } from '~/ui/part'
import { countVisit, isHintWanted, listenForVisits } from './visits.client'

/** Most openings offer nothing. */
const InstallCard = lazy(() => import('./install-card'))

/**
 * Offers to put 곁에 on the home screen, at the foot of 오늘 from the second visit on, and never again after
 * 「괜찮아요」. Inside another app it offers the way out instead, at once.
 */
export function InstallHint() {
  const { situation, ask } = useInstall()
  const wanted = useSyncExternalStore(listenForVisits, isHintWanted, () => false)
  useEffect(countVisit, [])

  const { kind } = situation
  const offers = kind === 'in_app' || (wanted && kind !== 'installed' && kind !== 'none')
  return offers ? (
    <Part>
      <InstallCard situation={situation} ask={ask} />
    </Part>
  ) : null
}
