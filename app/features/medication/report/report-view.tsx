import { Link, useSearchParams } from '@remix-run/react'
import { useSyncExternalStore, type MouseEvent } from 'react'
import { Button } from '~/ui/button'
import { buttonClasses } from '~/ui/button-look'
import { PageHead } from '~/ui/page-head'
import { NotWhole } from '../facts/not-whole'
import { isoDate } from '../schedule/care-date'
import type { Facts } from '../schedule/facts'
import type { Moment } from '../schedule/moment'
import { useMedication } from '../facts/use-medication'
import { dateInWords } from '../wording'
import { Questions } from './questions'
import { buildReport, reportLength, reportLengths, type ReportLength } from './report'
import { ReportAnswers } from './report-answers'
import { csvName, reportCsv } from './report-csv'
import { ReportMedicines } from './report-medicines'
import type { ReportPage } from './report-page'

const never = () => () => undefined

/** One page for the doctor, on the screen and on paper. */
export function ReportView({ page }: { page: ReportPage }) {
  const { facts, now } = useMedication(page)
  const [asked] = useSearchParams()
  const length = reportLength(asked.get('days'))
  const report = buildReport(facts, now, length)
  return (
    <div className="paper grid gap-6">
      <PageHead
        title="의사께 보일 기록"
        lead={
          <>
            {page.name ? <span data-name>{page.name} 님 · </span> : null}
            {isoDate(now.day).slice(0, 4)}년 {dateInWords(now.day)}에 적었어요.
          </>
        }
      />
      {page.whole ? null : <NotWhole />}
      <Actions facts={facts} now={now} length={length} />
      <section aria-labelledby="medicines" className="grid gap-3">
        <h2 id="medicines" className="text-h2 font-bold">
          드시는 약
        </h2>
        <ReportMedicines medicines={report.medicines} facts={facts} now={now} />
      </section>
      <Questions />
      <section aria-labelledby="answers" className="grid gap-3">
        <h2 id="answers" className="text-h2 font-bold">
          지난 {length}일 기록
        </h2>
        <p className="text-caption text-soft">
          {dateInWords(report.from)}부터 {dateInWords(report.to)}까지예요. 하신 답을 그대로
          적었어요.
        </p>
        <LengthLinks chosen={length} />
        <ReportAnswers report={report} />
      </section>
    </div>
  )
}

function Actions({ facts, now, length }: { facts: Facts; now: Moment; length: ReportLength }) {
  const hasScript = useSyncExternalStore(
    never,
    () => true,
    () => false,
  )
  // The same file as the server's, but with what waits on this phone, and without a network.
  const download = (event: MouseEvent) => {
    event.preventDefault()
    save(reportCsv(facts, now, length), csvName(now))
  }
  return (
    <div className="grid gap-3 print:hidden">
      {hasScript ? (
        <Button type="button" variant="primary" full onClick={() => print()}>
          종이로 뽑기
        </Button>
      ) : null}
      <a
        href={`/medication/report.csv?days=${length}`}
        download
        onClick={download}
        className={buttonClasses({ variant: 'outlined', full: true })}
      >
        표 파일로 받기
      </a>
    </div>
  )
}

function LengthLinks({ chosen }: { chosen: ReportLength }) {
  return (
    <nav aria-label="며칠치" className="two-columns gap-3 print:hidden">
      {reportLengths.map((days) => (
        <Link
          key={days}
          to={`/medication/report?days=${days}`}
          replace
          preventScrollReset
          aria-current={days === chosen ? 'true' : undefined}
          className={`${buttonClasses({ variant: 'outlined' })} current-choice`}
        >
          {days}일치
        </Link>
      ))}
    </nav>
  )
}

function save(text: string, name: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}
