import { labelOf } from '../courses/course-label'
import { howTaken } from '../courses/how-taken'
import type { Facts } from '../schedule/facts'
import type { Moment } from '../schedule/moment'
import type { Supply } from '../stock/supplies'
import { dateInWords } from '../wording'
import type { ReportMedicine } from './report'

/** What is taken, how, and how long it lasts. */
export function ReportMedicines(props: {
  medicines: readonly ReportMedicine[]
  facts: Facts
  now: Moment
}) {
  const { medicines, facts, now } = props
  if (medicines.length === 0) return <p className="text-body">적어 둔 약이 없어요.</p>
  return (
    <ul role="list" className="grid gap-3">
      {medicines.map(({ course, version, paused, supply }) => (
        <li key={course.id} className="keep-together border-b-edge border-hair pb-3 text-body">
          <strong className="block text-button" data-name>
            {labelOf(facts, course.id)}
          </strong>
          <span className="block" data-name>
            {howTaken(facts, version, course.kind === 'as_needed' ? 'as_needed' : 'scheduled')}
          </span>
          {version.instruction ? (
            <span className="block" data-name>
              {version.instruction}
            </span>
          ) : null}
          {paused ? <span className="block">지금은 쉬는 중이에요.</span> : null}
          {supply ? <span className="block">{supplyInWords(supply, now)}</span> : null}
        </li>
      ))}
    </ul>
  )
}

/** `12월 3일 (목)까지 있어요. 8일치 남았어요.` */
export function supplyInWords(supply: Supply, now: Moment): string {
  const { runsOutOn, latestOn, daysLeft, isOut } = supply
  if (isOut) return '남은 약이 없어요.'
  const until = runsOutOn === now.day ? '오늘' : dateInWords(runsOutOn)
  if (latestOn !== runsOutOn) {
    const most = latestOn === null ? '그 뒤' : dateInWords(latestOn)
    return `${until}까지, 길면 ${most}까지 있어요.`
  }
  if (daysLeft === null) return `${until}까지 있어요.`
  return daysLeft === 0
    ? '오늘까지 있어요.'
    : `${until}까지 있어요. 내일부터 ${daysLeft}일치 남았어요.`
}
