import { dateInWords } from '~/features/medication/wording'
import { FamilyMark } from '../family-mark'
import type { FamilyDay } from './family-month'

/** Every answer in words, the newest day first: a heading for each day, a row for each time. */
export function MonthTable({ days }: { days: readonly FamilyDay[] }) {
  return (
    <table className="month-table text-body">
      <caption className="text-h2">날마다 보기</caption>
      <thead>
        <tr>
          <th scope="col">약</th>
          <th scope="col">답</th>
        </tr>
      </thead>
      {[...days].reverse().map(({ day, lines, intakes }) => (
        <tbody key={day}>
          <tr>
            <th scope="rowgroup" colSpan={2}>
              {dateInWords(day)}
            </th>
          </tr>
          {lines.map(({ title, state, sentence }, at) => (
            <tr key={`${title} ${at}`}>
              <th scope="row" data-name>
                {title}
              </th>
              <td>
                <span className="marked">
                  <FamilyMark state={state} />
                  <span>{sentence}</span>
                </span>
              </td>
            </tr>
          ))}
          {intakes.length > 0 ? (
            <tr>
              <th scope="row">필요할 때</th>
              <td data-name>{intakes.join(', ')}</td>
            </tr>
          ) : null}
        </tbody>
      ))}
    </table>
  )
}
