import { EmptyState } from '~/ui/empty-state'
import { LinkButton } from '~/ui/link-button'
import { PageHead } from '~/ui/page-head'
import type { SentCorrection } from './correct-answer'
import { DoseHistory } from './dose-history'
import { IntakeHistory } from './intake-history'
import { monthInWords, monthPath, type MonthPage } from './month-page'
import { NotWhole } from '../facts/not-whole'
import type { EpochDay } from '../schedule/care-date'
import { historyOf } from '../schedule/history'
import { useMedication } from '../facts/use-medication'
import { dateInWords } from '../wording'

export interface DayPage extends MonthPage {
  day: EpochDay
}

/** The doses of one care date, each with what was said of it, first and since. */
export function DayView({ page, sent }: { page: DayPage; sent: SentCorrection | undefined }) {
  const { facts, consent, now } = useMedication(page)
  const shown = historyOf(facts, page.month, now).find(({ day }) => day === page.day)
  const { doses = [], intakes = [] } = shown ?? {}
  return (
    <div className="grid gap-6">
      <PageHead eyebrow="약 기록" title={dateInWords(page.day)} />
      {page.whole ? null : <NotWhole />}
      {doses.length + intakes.length === 0 ? (
        <EmptyState title="기록이 없어요">이날에는 적어 둔 약이 없어요.</EmptyState>
      ) : null}
      {doses.map((dose) => (
        <DoseHistory
          key={dose.key}
          shown={dose}
          facts={facts}
          now={now}
          canCorrect={consent?.given === true}
          pageCommandId={page.commandId}
          sent={sent?.doseKey === dose.key ? sent : undefined}
        />
      ))}
      {intakes.length > 0 ? (
        <IntakeHistory
          intakes={intakes}
          day={page.day}
          facts={facts}
          now={now}
          canCorrect={consent?.given === true}
          pageCommandId={page.commandId}
        />
      ) : null}
      <LinkButton to={monthPath(page.month)} variant="outlined" full icon="back">
        {`${monthInWords(page.month).slice(6)} 기록 보기`}
      </LinkButton>
    </div>
  )
}
