import type { EpochDay } from '../schedule/care-date'
import type { Facts } from '../schedule/facts'
import type { Moment } from '../schedule/moment'
import { daysLeft, runOutOf } from '../schedule/run-out'
import { stockOf, type StockLeft } from '../schedule/stock'
import { amountInWords, dateInWords } from '../wording'
import { newestVersion } from '../courses/course-versions'

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
  const unit = newestVersion(facts, courseId)?.unit ?? ''
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
  const left = daysLeft(earliestOn, now.day)
  return { ...words, title, detail: left > 0 ? `내일부터 ${left}일 더 드실 수 있어요.` : null }
}

const leastOf = (stock: readonly StockLeft[]) =>
  stock.reduce((sum, { leastLeft }) => sum + leastLeft, 0)

const untilWords = (day: EpochDay, today: EpochDay) =>
  day === today ? '오늘까지' : `${dateInWords(day)}까지`
