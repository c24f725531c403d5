import { EmptyState } from '~/ui/empty-state'
import { LinkButton } from '~/ui/link-button'
import { PageHead } from '~/ui/page-head'
import { labelOf } from '../course-label'
import type { SentCorrection } from './correct-answer'
import { DoseHistory } from './dose-history'
import { monthInWords, monthPath, type MonthPage } from './month-page'
import { NotWhole } from '../not-whole'
import type { EpochDay } from '../schedule/care-date'
import type { Facts, Intake } from '../schedule/facts'
import { plansOf } from '../schedule/due-doses'
import { historyOf } from '../schedule/history'
import { whenInWords } from './state-words'
import { useMedication } from '../use-medication'
import { amountInWords, dateInWords } from '../wording'

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
      {intakes.length > 0 ? <Intakes intakes={intakes} day={page.day} facts={facts} /> : null}
      <LinkButton to={monthPath(page.month)} variant="outlined" full icon="back">
        {`${monthInWords(page.month).slice(6)} 기록 보기`}
      </LinkButton>
    </div>
  )
}

function Intakes({
  intakes,
  day,
  facts,
}: {
  intakes: readonly Intake[]
  day: EpochDay
  facts: Facts
}) {
  return (
    <section aria-labelledby="as-needed" className="grid gap-2">
      <h2 id="as-needed" className="text-h2 font-bold">
        필요할 때 드신 약
      </h2>
      <ul role="list" className="grid gap-2">
        {intakes.map(({ id, courseId, takenWall, amount }) => (
          <li key={id} className="text-body">
            <strong data-name>{labelOf(facts, courseId)}</strong>{' '}
            <span>
              {whenInWords(takenWall, day)} · {amountInWords(amount, unitOf(facts, courseId))}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

const unitOf = (facts: Facts, courseId: string): string =>
  plansOf(facts).get(courseId)?.rulings.at(-1)?.version.unit ?? '번'
