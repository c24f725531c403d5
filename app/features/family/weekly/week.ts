import { weekdayOf, type EpochDay } from '~/features/medication/schedule/care-date'
import { monthDayInWords } from '~/features/medication/wording'

const sunday = 6

/** Seven days from a Monday on; both ends are shown. */
export interface Week {
  from: EpochDay
  to: EpochDay
}

/** The week that ends on this Sunday, on any other day the last one that is over. */
export function weekShown(today: EpochDay): Week {
  const to = weekdayOf(today) === sunday ? today : today - weekdayOf(today) - 1
  return { from: to - sunday, to }
}

/** `11월 23일부터 11월 29일까지`: which days of the week these are, everybody knows. */
export const weekInWords = ({ from, to }: Week) =>
  `${monthDayInWords(from)}부터 ${monthDayInWords(to)}까지`

const from = 19
const until = 23

/** Whether the week goes out now: on Sunday from 19:00 until 23:00. What was not sent then is not sent later. */
export const isTimeToSend = (day: EpochDay, hour: number): boolean =>
  weekdayOf(day) === sunday && hour >= from && hour < until
