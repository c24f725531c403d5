import { dayOfMonth } from '~/features/medication/history/month-page'
import { daysOfMonth, weekdayOf, type EpochDay } from '~/features/medication/schedule/care-date'
import { weekdayName } from '~/features/medication/wording'
import { FamilyMark } from '../family-mark'
import type { FamilyLine } from '../family-day'
import type { FamilyDay } from './family-month'

const stateWords: Record<FamilyLine['state'], string> = {
  taken: '드셨어요',
  declined: '안 드신다고 하셨어요',
  unknown: '기억이 안 난다고 하셨어요',
  no_answer: '답이 없어요',
  not_reached: '확인이 안 돼요',
  no_record: '기록 없음',
  paused: '쉬는 중',
  travelling: '여행 중',
  not_yet: '아직이에요',
}

/** Weeks begin on Sunday, as calendars on Korean walls do: so many days of the first lie in the month before. */
const blanksBefore = (day: EpochDay) => (weekdayOf(day) + 1) % 7
/** 1970-01-04 was a Sunday. */
const weekdays = [3, 4, 5, 6, 7, 8, 9].map(weekdayName)

interface MonthPictureProps {
  month: string
  days: readonly FamilyDay[]
}

/** A month on the wall with a mark for each answer; for whoever sees no pictures the table says all of it. */
export function MonthPicture({ month, days }: MonthPictureProps) {
  const { from, to } = daysOfMonth(month)
  const linesOf = new Map(days.map(({ day, lines }) => [day, lines]))
  const dates = Array.from({ length: to - from }, (_, at) => from + at)
  return (
    <section aria-labelledby="picture" className="grid gap-3">
      <h2 id="picture" className="text-h2 font-bold">
        한눈에 보기
      </h2>
      <div
        role="img"
        aria-label="달력에 약마다 표시를 했어요. 같은 것이 아래 표에 글로 있어요."
        className="month-picture text-caption"
      >
        {weekdays.map((name) => (
          <span key={name} className="month-weekday">
            {name}
          </span>
        ))}
        {Array.from({ length: blanksBefore(from) }, (_, at) => (
          <span key={`before ${at}`} />
        ))}
        {dates.map((day) => (
          <div key={day} className="month-day">
            <span>{dayOfMonth(day)}</span>
            {linesOf.get(day)?.map(({ title, state }, at) => (
              <FamilyMark key={`${title} ${at}`} state={state} />
            ))}
          </div>
        ))}
      </div>
      <Legend days={days} />
    </section>
  )
}

/** What the marks of this month mean, and no others. */
function Legend({ days }: Pick<MonthPictureProps, 'days'>) {
  const present = new Set(days.flatMap(({ lines }) => lines.map(({ state }) => state)))
  const states = (Object.keys(stateWords) as FamilyLine['state'][]).filter((state) =>
    present.has(state),
  )
  return (
    <div className="grid gap-2">
      <p className="text-body">하루에 여럿이면 이른 약이 위에 있어요.</p>
      <ul role="list" className="grid gap-2">
        {states.map((state) => (
          <li key={state} className="flex items-center gap-3 text-body">
            <FamilyMark state={state} />
            {stateWords[state]}
          </li>
        ))}
      </ul>
    </div>
  )
}
