import { useMemo, useState } from 'react'
import { WayOut } from '~/features/install/way-out'
import { EmptyState } from '~/ui/empty-state'
import { LinkButton } from '~/ui/link-button'
import { Notice } from '~/ui/notice'
import { PageHead } from '~/ui/page-head'
import { StatusLine } from '~/ui/status-line'
import type { MedicationPage } from '../facts/medication-page'
import { useMedication } from '../facts/use-medication'
import { dateInWords } from '../wording'
import { careDateOf } from '../schedule/care-date'
import { wallIn } from '../schedule/wall-time'
import { AlarmList } from './alarm-list'
import { alarmSeriesOf, calendarLimits, rootOf } from './alarm-series'
import { alarmTimes } from './alarm-times'
import { CalendarButtons } from './calendar-buttons'
import { calendarFile } from './calendar-file'
import { differenceInWords } from './calendar-notice'
import { CalendarRemoval } from './calendar-removal'
import { afterDeleting, afterExport, compareExport, type CalendarState } from './compare-export'
import { useExport } from './use-export'

/**
 * What happens, one button for it, and how it is undone in the calendar itself. What a tap brings about is
 * said below it or in its place, so that nothing slides under a finger that taps twice.
 */
export function CalendarView({ page }: { page: MedicationPage }) {
  const { facts, now } = useMedication(page)
  const { exported, remember } = useExport()
  const [said, setSaid] = useState<string>()
  const [isPut, setPut] = useState(false)
  const [deleted, setDeleted] = useState<'first' | 'last' | null>(null)
  const series = useMemo(() => alarmSeriesOf(facts, now), [facts, now])
  const state = useMemo(() => compareExport(exported, facts, now), [exported, facts, now])
  const difference = differenceInWords(state, now)
  const put = () => {
    remember(afterExport(exported, series, now.instant, rootOf(facts)))
    setPut(true)
    setSaid('달력이 열리면 저장을 눌러 주세요.')
  }
  const removalFirst = difference !== null || deleted === 'first'
  const remove = () => {
    if (exported) remember(afterDeleting(exported, facts, now))
    setDeleted(removalFirst ? 'first' : 'last')
    setPut(false)
    setSaid(undefined)
    document.getElementById('content')?.focus({ preventScroll: true })
  }
  const removal = (
    <CalendarRemoval
      title={removalFirst ? '먼저 옛 알림을 지워요' : '나중에 지우려면'}
      said={deleted && state.kind === 'none' ? '지웠다고 적어 두었어요.' : undefined}
      done={
        exported && state.kind !== 'none'
          ? { label: difference ? '옛 알림을 다 지웠어요' : '달력에서 다 지웠어요', onDone: remove }
          : undefined
      }
    />
  )
  const inCalendar = <InCalendar state={state} zone={now.zone} />
  return (
    <div className="grid gap-6">
      <PageHead title="휴대폰 달력에 넣기" lead="인터넷이 없어도 달력이 약 시간을 알려 드려요." />
      <WayOut>여기서는 달력에 못 넣을 수 있어요.</WayOut>
      {isPut ? null : inCalendar}
      {difference ? (
        <Notice kind="info" word={difference.word}>
          {difference.what} {series.length > 0 ? '옛것을 지우고 새로 넣어 주세요.' : null}
        </Notice>
      ) : null}
      {deleted === 'first' && !difference ? (
        <Notice kind="done" word="옛 알림을 지우셨어요">
          {series.length > 0 ? '이제 아래에서 새로 넣어 주세요.' : '더 하실 일은 없어요.'}
        </Notice>
      ) : null}
      {removalFirst ? removal : null}
      {series.length > 0 ? (
        <>
          <AlarmList times={alarmTimes(series)} now={now} />
          <div>
            <CalendarButtons
              label={labels[state.kind]}
              again={state.kind === 'same'}
              writeFile={() => calendarFile(facts, now, calendarLimits, exported?.root)}
              onPut={put}
              onRefused={() => setSaid('이 휴대폰은 못 보내요. 위 단추를 눌러 주세요.')}
            />
            <StatusLine text={said} />
          </div>
          {isPut ? inCalendar : null}
        </>
      ) : (
        <NothingToRing />
      )}
      {!removalFirst && (facts.courses.length > 0 || exported) ? removal : null}
    </div>
  )
}

function InCalendar({ state, zone }: { state: CalendarState; zone: string }) {
  if (state.kind !== 'same') return null
  return (
    <Notice kind="done" word="달력에 넣었어요">
      <p>
        {dayOf(state.at, zone)}에 넣었고, {dayOf(state.lastAt, zone)}까지 알려요.
      </p>
      <p>달력에 안 들어갔으면 다시 넣어 주세요.</p>
    </Notice>
  )
}

const labels = {
  none: '달력에 넣기',
  same: '다시 넣기',
  ending: '새로 넣기',
  differs: '새로 넣기',
} as const

const dayOf = (instant: number, zone: string) => dateInWords(careDateOf(wallIn(zone, instant)))

/** Nothing is due from now on: nothing written down, all of it paused, or used up. */
function NothingToRing() {
  return (
    <EmptyState
      title="지금은 알려 드릴 약이 없어요."
      action={
        <LinkButton to="/medication/courses" variant="outlined" full>
          내 약 보기
        </LinkButton>
      }
    >
      <p>쉬는 약과 다 드신 약은 달력에 넣지 않아요.</p>
    </EmptyState>
  )
}
