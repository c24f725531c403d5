import { Notice } from '~/ui/notice'
import { RefusedNotice } from './refused-notice'
import { useWaiting } from './use-waiting'

/** Below every page: what waits to be sent, and what the server would not take. Nothing when all is well. */
export function WaitingStrip() {
  const { waiting, refused, paused } = useWaiting()
  if (waiting.length === 0 && refused.length === 0) return null
  const notKept = waiting.some(({ kept }) => !kept)
  return (
    <div className="mt-6 grid gap-3">
      {waiting.length > 0 ? (
        <Notice kind="waiting" live="polite">
          {notKept ? '휴대폰에 적지 못했어요. 보낼 때까지 이 화면을 열어 두세요.' : null}
          {!notKept && paused === null ? '휴대폰에 적어 두었어요. 인터넷이 되면 보낼게요.' : null}
          {!notKept && paused !== null ? '휴대폰에 적어 두었어요. 다시 들어오시면 보낼게요.' : null}
        </Notice>
      ) : null}
      {refused.map(({ id, reason, retry, drop }) => (
        <RefusedNotice
          key={id}
          reason={reason}
          onAgain={() => void retry()}
          onDrop={() => void drop()}
        />
      ))}
    </div>
  )
}
