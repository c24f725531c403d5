import { Fragment } from 'react'
import { whenInWords, stateWords } from '../history/state-words'
import { dateInWords } from '../wording'
import { careDateOf } from '../schedule/care-date'
import type { Report } from './report'
import { ReportTable } from './report-table'

/** What was said of the medicines: in counts, and on paper and wide screens day by day. */
export function ReportAnswers({ report }: { report: Report }) {
  const { counts, asNeeded, days, columns } = report
  if (counts.length + asNeeded.length === 0)
    return <p className="text-body">이동안 적어 둔 답이 없어요.</p>
  return (
    <>
      <ul role="list" className="grid gap-3">
        {counts.map(({ courseId, label, total, states }) => (
          <li key={courseId} className="keep-together text-body">
            <strong className="block" data-name>
              {label}
            </strong>
            <span className="block" data-name>
              {`정한 때 ${total}번: `}
              {states.map(([state, count]) => `${stateWords[state]} ${count}번`).join(', ')}
            </span>
          </li>
        ))}
        {asNeeded.map(({ courseId, label, intakes }) => (
          <li key={courseId} className="text-body">
            <strong className="block" data-name>
              {`${label} · 필요할 때 ${intakes.length}번`}
            </strong>
            <span className="block">
              {intakes.map(({ id, takenWall }, at) => {
                const day = careDateOf(takenWall)
                const when = `${dateInWords(day)} ${whenInWords(takenWall, day)}`
                return (
                  <Fragment key={id}>
                    <span className="inline-block">
                      {when}
                      {at < intakes.length - 1 ? ',' : ''}
                    </span>{' '}
                  </Fragment>
                )
              })}
            </span>
          </li>
        ))}
      </ul>
      {days.length > 0 ? <ReportTable days={days} columns={columns} /> : null}
    </>
  )
}
