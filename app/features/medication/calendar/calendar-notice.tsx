import { useMemo } from 'react'
import { LinkButton } from '~/ui/link-button'
import { Notice } from '~/ui/notice'
import { careDateOf } from '../schedule/care-date'
import type { Facts } from '../schedule/facts'
import type { Moment } from '../schedule/moment'
import { wallIn } from '../schedule/wall-time'
import { dateInWords } from '../wording'
import { calendarPagePath } from './calendar-response'
import { compareExport, type CalendarState } from './compare-export'
import { useExport } from './use-export'
import { useWholeFacts } from './use-whole-facts'

/** Where the phone's calendar does not fit the schedule any more. Nothing where nothing was put in. */
export function CalendarNotice({ facts, now }: { facts: Facts; now: Moment }) {
  const { exported } = useExport()
  const state = useMemo(() => compareExport(exported, facts, now), [exported, facts, now])
  const words = differenceInWords(state, now)
  if (!words) return null
  return (
    <Notice kind="info" word={words.word}>
      <p>{words.what}</p>
      <div className="mt-3 grid">
        <LinkButton to={calendarPagePath} variant="outlined" full>
          달력 고치기
        </LinkButton>
      </div>
    </Notice>
  )
}

/** The same for a page that was given the answers of a few days only. */
export function CalendarNoticeOfDay({ facts, now }: { facts: Facts; now: Moment }) {
  const { exported } = useExport()
  const whole = useWholeFacts(exported !== null, facts)
  return whole ? <CalendarNotice facts={whole} now={now} /> : null
}

/** What is not right with the calendar; null while it is. */
export function differenceInWords(state: CalendarState, now: Moment) {
  if (state.kind === 'ending') {
    const last = dateInWords(careDateOf(wallIn(now.zone, state.lastAt)))
    return { word: '달력 알림이 끝나 가요', what: `달력은 ${last}까지만 알려요.` }
  }
  if (state.kind !== 'differs') return null
  return {
    word: '달력과 달라졌어요',
    what: state.rings
      ? '휴대폰 달력에 옛 알림이 남아 있어요.'
      : '휴대폰 달력에 없는 약 시간이 있어요.',
  }
}
