import { minutesPerDay, modulo, msPerMinute, weekdayOf, type EpochDay } from './schedule/care-date'
import type { NamedSlot, SlotId } from './schedule/facts'

/** How times, dates and amounts are said; the same on pages, on paper and read aloud. */
export const slotNames: Record<NamedSlot, string> = {
  morning: '아침',
  noon: '점심',
  evening: '저녁',
  bedtime: '자기 전',
}
export const namedSlots = Object.keys(slotNames) as NamedSlot[]

export const isNamedSlot = (slotId: SlotId): slotId is NamedSlot => slotId in slotNames

/** `아침 약`, or `오전 10시 약` for an exact time. */
export const slotTitle = (slotId: SlotId, minute: number | null): string =>
  `${isNamedSlot(slotId) ? slotNames[slotId] : minute === null ? '다른 때' : timeInWords(minute)} 약`

/**
 * `오전 8시 5분`. Midnight and noon are said as people say them, since 오전 12시 means either.
 * @param minute of a date or a wall time; whole days are left out
 */
export function timeInWords(minute: number): string {
  const ofDay = modulo(minute, minutesPerDay)
  const hour = Math.floor(ofDay / 60)
  const rest = ofDay % 60
  const half = hour === 0 ? '밤' : hour < 12 ? '오전' : hour === 12 ? '낮' : '오후'
  const shown = hour % 12 === 0 ? 12 : hour % 12
  return `${half} ${shown}시${rest === 0 ? '' : ` ${rest}분`}`
}

const weekdays = ['월', '화', '수', '목', '금', '토', '일']
export const weekdayName = (day: EpochDay): string => weekdays[weekdayOf(day)] ?? ''

/** `11월 24일 (화)` */
export const dateInWords = (day: EpochDay): string =>
  `${monthDayInWords(day)} (${weekdayName(day)})`

/** `11월 24일` */
export function monthDayInWords(day: EpochDay): string {
  const date = new Date(day * minutesPerDay * msPerMinute)
  return `${date.getUTCMonth() + 1}월 ${date.getUTCDate()}일`
}

/** `오늘`, `어제`, `내일`, else the date. */
export function dayInWords(day: EpochDay, today: EpochDay): string {
  const near: Record<number, string> = { [-1]: '어제', 0: '오늘', 1: '내일' }
  return near[day - today] ?? dateInWords(day)
}

/** @param amount thousandths of a unit: 1000 is `1포`, 500 `반 알`, 1500 `1.5알` */
export function amountInWords(amount: number, unit: string): string {
  return amount === 500 ? `반 ${unit}` : `${Number((amount / 1000).toFixed(3))}${unit}`
}
