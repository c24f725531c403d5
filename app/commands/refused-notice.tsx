import { Button } from '~/ui/button'
import { Notice } from '~/ui/notice'
import { explainRefusal } from './refusals'

interface RefusedNoticeProps {
  /** As it came from the server or the phone. */
  reason: string
  onAgain(): void
  onDrop(): void
}

/** One deed that was not taken: what happened, why, and what to do now. It stays until the person decides. */
export default function RefusedNotice({ reason, onAgain, onDrop }: RefusedNoticeProps) {
  const { what, why, now, again } = explainRefusal(reason)
  return (
    <Notice kind="info" word="받지 못했어요" live="polite">
      <p>{what}</p>
      <p>{why}</p>
      <p className="font-bold">{now}</p>
      <div className="mt-3 grid gap-3">
        {again ? (
          <Button type="button" variant="outlined" full onClick={onAgain}>
            다시 보내기
          </Button>
        ) : null}
        <Button type="button" variant="quiet" full onClick={onDrop}>
          그만두기
        </Button>
      </div>
    </Notice>
  )
}
