import { Form } from '@remix-run/react'
import { useRef, useState, type FormEvent } from 'react'
import { addCommand } from '~/commands/add-command'
import { useWaiting } from '~/commands/use-waiting'
import { Button } from '~/ui/button'
import { Notice } from '~/ui/notice'
import type { LadderNews } from './find-ladder-news.server'

interface LadderNoticesProps {
  news: readonly LadderNews[]
  commandId: string
}

/** On 오늘, calmly: that the family will be told and how to have nobody told, or who was and who looks after it. */
export const LadderNotices = ({ news, commandId }: LadderNoticesProps) =>
  news.map((one) => (
    <LadderNotice key={`${one.day}|${one.slot}`} news={one} commandId={commandId} />
  ))

function LadderNotice({ news, commandId }: { news: LadderNews; commandId: string }) {
  const { day, slot, time, told, soonAt, mayStop } = news
  const { sent, waiting } = useWaiting()
  const tapped = useRef(false)
  const [stopping, setStopping] = useState(false)
  const stopped = [...sent, ...waiting].some(
    ({ type, payload }) => type === 'stop_ladder' && payload.day === day && payload.slot === slot,
  )
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (tapped.current) return
    tapped.current = true
    setStopping(true)
    void addCommand('stop_ladder', { day, slot }).then(() => {
      tapped.current = false
      setStopping(false)
    })
  }
  return (
    <Notice kind="info" word="가족" title={titleOf(news)} titleAs="h2" live="polite">
      <p>
        {stopped
          ? told.length > 0
            ? '다른 가족에게는 더 안 알려요.'
            : '안 알릴게요. 약은 나중에라도 답해 주세요.'
          : soonAt
            ? `${time}에 아직 답이 없어요. 답하시면 안 알려요.`
            : afterTelling(news)}
      </p>
      {mayStop && !stopped ? (
        <Form method="post" className="mt-3" onSubmit={submit}>
          <input type="hidden" name="commandId" value={commandId} />
          <input type="hidden" name="day" value={day} />
          <input type="hidden" name="slot" value={slot} />
          <Button
            variant="outlined"
            full
            name="family"
            value="stop"
            busy={stopping ? '적는 중이에요' : undefined}
          >
            {told.length > 0 ? '더 알리지 마세요' : '알리지 마세요'}
          </Button>
        </Form>
      ) : null}
    </Notice>
  )
}

function afterTelling({ isAnswered, takenOnBy }: LadderNews): string {
  if (isAnswered) return '답하셔서 더는 안 알려요.'
  return takenOnBy ? `${takenOnBy} 님이 챙기고 있어요.` : '곧 전화가 올 수 있어요.'
}

function titleOf({ time, told, soonAt }: LadderNews): string {
  return soonAt
    ? `${soonAt}에 가족에게 알릴게요.`
    : `${time}에 답이 없어 ${told.map((name) => `${name} 님`).join(', ')}께 알렸어요.`
}
