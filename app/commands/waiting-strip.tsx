import { Button } from '~/ui/button'
import { Notice } from '~/ui/notice'
import { useWaiting } from './use-waiting'

/** Below every page: what waits to be sent, and what the server would not take. Nothing when all is well. */
export function WaitingStrip() {
  const { waiting, refused, paused } = useWaiting()
  if (waiting.length === 0 && refused.length === 0) return null
  return (
    <div className="mt-6 grid gap-3">
      {waiting.length > 0 ? (
        <Notice kind="waiting" live="polite">
          {paused === null
            ? '휴대폰에 적어 두었어요. 인터넷이 되면 보낼게요.'
            : '휴대폰에 적어 두었어요. 다시 들어오시면 보낼게요.'}
        </Notice>
      ) : null}
      {refused.map((deed) => (
        <Notice key={deed.id} kind="info" word="받지 못했어요" live="polite">
          <p>하신 일 하나를 서버가 받지 못했어요.</p>
          <p>카드가 바뀌었을 수 있어요.</p>
          <div className="mt-3 grid gap-3">
            <Button type="button" variant="outlined" full onClick={() => void deed.retry()}>
              다시 보내기
            </Button>
            <Button type="button" variant="quiet" full onClick={() => void deed.drop()}>
              그만두기
            </Button>
          </div>
        </Notice>
      ))}
    </div>
  )
}
