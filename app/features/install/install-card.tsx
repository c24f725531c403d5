import type { Install } from '~/offline/use-install'
import { Button } from '~/ui/button'
import { Card } from '~/ui/card'
import { HowToInstall } from './how-to-install'
import { dismissHint } from './visits.client'
import { WayOut } from './way-out'

/** What `InstallHint` shows when there is something to offer. */
export default function InstallCard({ situation, ask }: Pick<Install, 'situation' | 'ask'>) {
  if (situation.kind === 'in_app') return <WayOut>여기서는 기록이 지워질 수 있어요.</WayOut>
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
