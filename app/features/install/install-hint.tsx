import { useEffect, useSyncExternalStore } from 'react'
import { useInstall } from '~/offline/use-install'
import { Button } from '~/ui/button'
import { Card } from '~/ui/card'
import { HowToInstall } from './how-to-install'
import { countVisit, dismissHint, isHintWanted, listenForVisits } from './visits.client'
import { WayOut } from './way-out'

/**
 * Offers to put 곁에 on the home screen, at the foot of 오늘 from the second visit on, and never again after
 * 「괜찮아요」. Inside another app it offers the way out instead, at once.
 */
export function InstallHint() {
  const { situation, ask } = useInstall()
  const wanted = useSyncExternalStore(listenForVisits, isHintWanted, () => false)
  useEffect(countVisit, [])

  if (situation.kind === 'in_app') return <WayOut>여기서는 기록이 지워질 수 있어요.</WayOut>
  if (!wanted || situation.kind === 'installed' || situation.kind === 'none') return null
  return (
    <Card labelledBy="install">
      <h2 id="install" className="mb-3 text-h2 font-bold">
        곁에를 첫 화면에 꺼내 둘까요?
      </h2>
      <HowToInstall situation={situation} onAsk={() => void ask().then(dismissHint)} />
      <div className="mt-3">
        <Button type="button" variant="quiet" full onClick={dismissHint}>
          괜찮아요
        </Button>
      </div>
    </Card>
  )
}
