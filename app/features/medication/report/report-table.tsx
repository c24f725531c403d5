import { Fragment } from 'react'
import { dateInWords } from '../wording'
import type { Report, ReportCell } from './report'

/** With more columns, or with longer words, a table of whole words may be wider than its paper. */
const mostColumns = 5
const mostLetters = 6

/** Day by day, on paper and on wide screens. */
export function ReportTable({ days, columns }: Pick<Report, 'days' | 'columns'>) {
  const isNarrow = columns.length > mostColumns
  return (
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
              <th scope="row" className={isNarrow ? '' : 'whitespace-nowrap'}>
                {dateInWords(day)}
              </th>
              {cells.map((cell, at) => (
                <td key={columns[at]}>
                  <Cell cell={cell} isNarrow={isNarrow} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}

function Cell({ cell, isNarrow }: { cell: ReportCell; isNarrow: boolean }) {
  return cell.map(({ label, words }, at) => (
    <Fragment key={at}>
      {at > 0 ? ', ' : ''}
      {label === null ? null : (
        <>
          <span className={isNarrow || isLong(label) ? 'wrap-anywhere' : ''} data-name>
            {label}
          </span>{' '}
        </>
      )}
      {words}
    </Fragment>
  ))
}

const isLong = (label: string) => label.split(' ').some((word) => [...word].length > mostLetters)
