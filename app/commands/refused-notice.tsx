import { Button } from '~/ui/button'
import { Notice } from '~/ui/notice'
import { factsInWords } from '~/features/medication/facts/facts-in-words'
import type { WaitingDeed } from './list-deeds'
import { explainRefusal } from './refusals'

interface RefusedNoticeProps {
  /** As it came from the server or the phone. */
  reason: string
  /** Where its words can be read: what it was about, and on which day. */
  deed?: WaitingDeed | null
  /** How many more are decided with it. */
  hanging?: number
  onAgain(): void
  onDrop(): void
}

/** One deed that was not taken: what happened, why, and what to do now. It stays until the person decides. */
export default function RefusedNotice(props: RefusedNoticeProps) {
  const { reason, deed = null, hanging = 0, onAgain, onDrop } = props
  const { what, why, now, again } = explainRefusal(reason)
  const lines = deed?.type === 'record_facts' ? factsInWords(deed.payload) : []
  return (
    <Notice kind="info" word="받지 못했어요" live="polite">
      <p>{what}</p>
      {lines.length > 0 ? (
        <ul role="list" className="my-2 grid gap-1 font-bold">
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      ) : null}
      {hanging > 0 ? <p>이 약에 하신 다른 일 {hanging}가지도 함께예요.</p> : null}
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
