const weekMs = 7 * 86_400_000

/** What the tricks of `checkedOn` (`YYYY-MM-DD`) may be called on a phone that has kept them since. */
export function nowTitle(checkedOn: string, now: Date): string {
  const isThisWeek = now.getTime() - Date.parse(checkedOn) < weekMs
  return isThisWeek ? '이번 주 유행 사기' : '요즘 유행 사기'
}
