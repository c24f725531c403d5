import { Link } from '@remix-run/react'
import { EmptyState } from '~/ui/empty-state'
import { Icon } from '~/ui/icon'
import { LinkButton } from '~/ui/link-button'
import { PageHead } from '~/ui/page-head'
import { asksOf, intakesInWords, linesOf } from './day-lines'
import { dayPath, monthInWords, monthPath, monthsBeside, type MonthPage } from './month-page'
import { NotWhole } from '../facts/not-whole'
import { historyOf, type HistoryDay } from '../schedule/history'
import type { Facts } from '../schedule/facts'
import type { Moment } from '../schedule/moment'
import { StateLegend } from './state-legend'
import { StateMark } from './state-mark'
import { stateWords } from './state-words'
import { useMedication } from '../facts/use-medication'
import { dateInWords, dayInWords } from '../wording'

/** A month of care dates, the newest first; each leads to its doses. */
export function MonthView({ page }: { page: MonthPage }) {
  const { facts, now } = useMedication(page)
  const days = historyOf(facts, page.month, now)
    .filter(({ doses, intakes }) => doses.length + intakes.length > 0)
    .reverse()
  const states = new Set(days.flatMap(({ doses }) => doses.map(({ state }) => state)))
  return (
    <div className="grid gap-6">
      <PageHead eyebrow="약 기록" title={monthInWords(page.month)} />
      {page.whole ? null : <NotWhole />}
      {days.length === 0 ? (
        <EmptyState title="기록이 없어요">이달에는 챙길 약이 없었어요.</EmptyState>
      ) : (
        <>
          <p className="text-body">날짜를 누르면 고칠 수 있어요.</p>
          <ol className="grid gap-3">
            {days.map((day) => (
              <li key={day.day}>
                <DayLink day={day} facts={facts} now={now} />
              </li>
            ))}
          </ol>
          <StateLegend states={states} />
        </>
      )}
      <MonthSteps month={page.month} facts={facts} now={now} />
      <LinkButton to="/medication/report" variant="outlined" full icon="book">
        의사께 보여 드리기
      </LinkButton>
    </div>
  )
}

function DayLink({ day, facts, now }: { day: HistoryDay; facts: Facts; now: Moment }) {
  const near = dayInWords(day.day, now.day)
  const { differ, twice } = asksOf(day)
  const intakes = intakesInWords(day, facts)
  return (
    <Link
      to={dayPath(day.day)}
      className="block rounded-card border-edge border-line bg-card p-gutter active:bg-tint"
    >
      <span className="flex items-center justify-between gap-2">
        <span className="text-button font-bold">
          {near === dateInWords(day.day) ? near : `${near} · ${dateInWords(day.day)}`}
        </span>
        <Icon name="forward" />
      </span>
      {linesOf(day, facts).map(({ state, of }) => (
        <span key={state} className="mt-2 flex items-start gap-3 text-body">
          <StateMark state={state} />
          <span>
            <strong>{stateWords[state]}</strong> · <span data-name>{of.join(', ')}</span>
          </span>
        </span>
      ))}
      {intakes.length > 0 ? (
        <span className="mt-2 flex items-start gap-3 text-body">
          <Icon name="pill" />
          <span>
            <strong>필요할 때</strong> · <span data-name>{intakes.join(', ')}</span>
          </span>
        </span>
      ) : null}
      {differ ? <Asks>두 기록이 달라요</Asks> : null}
      {twice ? <Asks>두 번 드셨어요?</Asks> : null}
    </Link>
  )
}

function Asks({ children }: { children: string }) {
  return (
    <span className="mt-2 flex items-start gap-3 text-body font-bold text-caution-ink">
      <Icon name="caution" />
      {children}
    </span>
  )
}

function MonthSteps({ month, facts, now }: { month: string; facts: Facts; now: Moment }) {
  const { earlier, later } = monthsBeside(month, facts, now.day)
  if (!earlier && !later) return null
  return (
    <nav aria-label="다른 달" className="two-columns gap-3">
      {earlier ? (
        <LinkButton to={monthPath(earlier)} variant="outlined" icon="back">
          {Number(earlier.slice(5))}월
        </LinkButton>
      ) : null}
      {later ? (
        <LinkButton to={monthPath(later)} variant="outlined" icon="forward">
          {Number(later.slice(5))}월
        </LinkButton>
      ) : null}
    </nav>
  )
}
