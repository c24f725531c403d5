import type { EpochDay } from '~/features/medication/schedule/care-date'
import { dateInWords } from '~/features/medication/wording'

/**
 * Of a relative who has not looked.
 * @param isNew linked for less than the 30 days of which looks are kept: of days before it nothing is said
 */
export const noLooks = ({ isNew }: { isNew: boolean }): string =>
  isNew ? '아직 보신 적이 없어요.' : '지난 30일 동안 보신 적이 없어요.'

/**
 * `오늘 보셨어요.`, with how often where it was on several days.
 * @param newest the last day on which they looked
 * @param days on how many of the last 30 they did
 */
export function looksInWords(newest: EpochDay, days: number, today: EpochDay): string {
  const when =
    newest === today ? '오늘' : newest === today - 1 ? '어제' : `${dateInWords(newest)}에`
  return days > 1 ? `${when} 보셨어요. 지난 30일에 ${days}일 보셨어요.` : `${when} 보셨어요.`
}
