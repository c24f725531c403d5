import { careDateOf, type EpochDay } from '../schedule/care-date'
import type { Facts, SlotId } from '../schedule/facts'
import type { Moment } from '../schedule/moment'
import { daysLeft, runOutOf } from '../schedule/run-out'
import { stockOf, type StockLeft } from '../schedule/stock'
import { withoutRetracted } from '../schedule/retraction'
import { amountField } from '../forms/typed-numbers'
import { amountInWords, dateInWords, isNamedSlot, slotNames, timeInWords } from '../wording'
import { newestVersion } from '../courses/course-versions'
import { newestAlike } from './next-pack'

export interface StockWords {
  /** The sentence that matters. */
  title: string
  detail: string | null
  /** Earliest and latest differ: only counting tells. */
  asksForCount: boolean
  isOut: boolean
}

/** What is left of a course and until when it lasts; null where nothing was handed out or counted. */
export function stockInWords(facts: Facts, courseId: string, now: Moment): StockWords | null {
  const stock = stockOf(facts, courseId, now)
  if (stock.length === 0) return null
  const runOut = runOutOf(stock)
  const version = newestVersion(facts, courseId)
  const unit = version?.unit ?? ''
  const words = { detail: null, asksForCount: false, isOut: false }
  if (!runOut || runOut.earliestOn === null)
    return { ...words, title: `${amountInWords(leastOf(stock), unit)} 남았어요` }
  const { earliestOn, latestOn } = runOut
  if (latestOn !== null && latestOn < now.day)
    return { ...words, title: '남은 약이 없어요', isOut: true }
  const title = `${untilWords(Math.max(earliestOn, now.day), now.day)} 있어요`
  if (earliestOn !== latestOn) {
    const latest = latestOn === null ? '그 뒤' : dateInWords(latestOn)
    return { ...words, title, detail: `길면 ${latest}까지 있을 수 있어요.`, asksForCount: true }
  }
  const left = version?.rule.kind === 'daily' ? daysLeft(earliestOn, now.day) : 0
  return { ...words, title, detail: left > 0 ? `내일부터 ${left}일 더 드실 수 있어요.` : null }
}

const leastOf = (stock: readonly StockLeft[]) =>
  stock.reduce((sum, { leastLeft }) => sum + leastLeft, 0)

const untilWords = (day: EpochDay, today: EpochDay) =>
  day === today ? '오늘까지' : `${dateInWords(day)}까지`

/** The same as was handed out the last time, for one tap. */
export interface Again {
  field: 'days' | 'amount'
  typed: string
  /** What the tap does. */
  words: string
}

/** Null until something was handed out. */
export function againInWords(facts: Facts, courseId: string, now: Moment): Again | null {
  const course = facts.courses.find(({ id }) => id === courseId)
  const pack = course && newestAlike(facts, course)
  if (!pack) return null
  if (pack.days !== null) {
    const until = runOutOf(stockOf(facts, courseId, now))?.earliestOn ?? now.day
    const from = until < now.day ? '다음에 드실 약부터' : '지금 약을 다 드신 다음부터'
    const words = `누르면 ${pack.days}일치를 더해요. ${from} 세요.`
    return { field: 'days', typed: String(pack.days), words }
  }
  const amount = pack.amount ?? 0
  const unit = newestVersion(facts, courseId)?.unit ?? ''
  const words = `누르면 ${amountInWords(amount, unit)}만큼 더해요.`
  return { field: 'amount', typed: amountField(amount), words }
}

/** `아침` for the pouches of a time of day, which lie apart. */
export const shelfName = (slotId: SlotId): string =>
  isNamedSlot(slotId) ? slotNames[slotId] : '다른 때'

/** `오늘 오전 10시에 센 수: 아침 20포, 저녁 21포`; null when nobody counted today. */
export function countOfToday(facts: Facts, courseId: string, now: Moment): string | null {
  const unit = newestVersion(facts, courseId)?.unit ?? ''
  const counts = withoutRetracted(facts, facts.stockCounts)
    .filter((count) => count.courseId === courseId && careDateOf(count.countedWall) === now.day)
    .sort((a, b) => a.countedWall - b.countedWall || (a.id < b.id ? -1 : 1))
  const last = counts.at(-1)
  if (!last) return null
  const newest = [...new Map(counts.map((count) => [count.slotId, count])).values()]
  const each = newest.map(({ slotId, left }) =>
    [...(slotId === null ? [] : [shelfName(slotId)]), amountInWords(left, unit)].join(' '),
  )
  return `오늘 ${timeInWords(last.countedWall)}에 센 수: ${each.join(', ')}`
}
