/** `2026-11-24` as people say it: 11월 24일. */
export function inKorean(date: string): string {
  const [, month, day] = date.split('-').map(Number)
  return `${month}월 ${day}일`
}
