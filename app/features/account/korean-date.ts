import { addDays } from '~/platform/clock'

/** `2026-11-24` as people say it: 11월 24일. */
export function inKorean(date: string): string {
  const [, month, day] = date.split('-').map(Number)
  return `${month}월 ${day}일`
}

/** As `inKorean`, but 오늘 and 어제 by their names. */
export function dayInKorean(date: string, today: string): string {
  if (date >= today) return '오늘'
  return date === addDays(today, -1) ? '어제' : inKorean(date)
}

/** `오전 9시`, `밤 12시`. @param hour 0 to 23 */
export function hourInKorean(hour: number): string {
  if (hour === 0) return '밤 12시'
  if (hour === 12) return '낮 12시'
  return hour < 12 ? `오전 ${hour}시` : `오후 ${hour - 12}시`
}
