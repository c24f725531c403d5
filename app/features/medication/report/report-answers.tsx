import { whenInWords, stateWords } from '../history/state-words'
import { dateInWords } from '../wording'
import { careDateOf } from '../schedule/care-date'
import type { Report } from './report'

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
            <span className="block" data-name>
              {intakes
                .map(({ takenWall }) => {
                  const day = careDateOf(takenWall)
                  return `${dateInWords(day)} ${whenInWords(takenWall, day)}`
                })
                .join(', ')}
            </span>
          </li>
        ))}
      </ul>
      {days.length > 0 ? (
        <>
          <p className="text-body wide:hidden print:hidden">종이에는 날마다의 표도 나와요.</p>
          <table className="day-table">
            <caption>날마다 하신 답</caption>
            <thead>
              <tr>
                <th scope="col">날짜</th>
                {columns.map((column) => (
                  <th key={column} scope="col">
                    {column}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {days.map(({ day, cells }) => (
                <tr key={day}>
                  <th scope="row">{dateInWords(day)}</th>
                  {cells.map((words, at) => (
                    <td key={columns[at]} data-name>
                      {words}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </>
      ) : null}
    </>
  )
}
