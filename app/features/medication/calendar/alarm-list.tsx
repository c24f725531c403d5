import type { Moment } from '../schedule/moment'
import { dateInWords, dayInWords } from '../wording'
import type { AlarmTime } from './alarm-times'

/** What the calendar is going to ring for, before it is put in. */
export function AlarmList({ times, now }: { times: readonly AlarmTime[]; now: Moment }) {
  return (
    <section aria-labelledby="alarm-times" className="grid gap-2">
      <h2 id="alarm-times" className="text-h2 font-bold">
        달력이 알려 드릴 시간
      </h2>
      <ul role="list" className="grid gap-2">
        {times.map(({ key, time, title, from, to }) => (
          <li key={key} className="text-body">
            <p className="font-bold">
              {time} {title}
            </p>
            <p>
              {from === to
                ? dayInWords(from, now.day)
                : `${dayInWords(from, now.day)}부터 ${dateInWords(to)}까지`}
            </p>
          </li>
        ))}
      </ul>
      <p className="text-body">약 이름은 달력에 안 적어요. 길어도 석 달까지예요.</p>
    </section>
  )
}
