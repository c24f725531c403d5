import { lazy } from 'react'
import { Notice } from '~/ui/notice'
import { Part } from '~/ui/part'
import { commandKinds } from './catalog'
import { useRefused } from './use-refused'
import { useWaiting } from './use-waiting'

/** The words for every refusal: hardly anybody meets one. */
const RefusedNotice = lazy(() => import('./refused-notice'))

/** Below every page: what waits to be sent. Nothing when all is well. */
export function WaitingStrip() {
  const { waiting: all, paused } = useWaiting()
  const waiting = all.filter(({ type }) => !commandKinds[type].unseen)
  if (waiting.length === 0) return null
  const notKept = waiting.some(({ kept }) => !kept)
  return (
    <div className="mt-6">
      <Notice kind="waiting" live="polite">
        {notKept ? '휴대폰에 적지 못했어요. 보낼 때까지 이 화면을 열어 두세요.' : null}
        {!notKept && paused === null ? '휴대폰에 적어 두었어요. 인터넷이 되면 보낼게요.' : null}
        {!notKept && paused !== null ? '휴대폰에 적어 두었어요. 다시 들어오시면 보낼게요.' : null}
      </Notice>
    </div>
  )
}

/** What the server would not take, each with its reason and what to do. */
export function RefusedDeeds({ place }: { place: 'above' | 'below' }) {
  return useRefused()[place].map(({ id, reason, deed, hanging, retry, drop }) => (
    <div key={id} className="my-4">
      <Part>
        <RefusedNotice
          reason={reason}
          deed={deed}
          hanging={hanging}
          onAgain={() => void retry()}
          onDrop={() => void drop()}
        />
      </Part>
    </div>
  ))
}
