import type { MedicationPage } from '../facts/medication-page'
import { careDateOf, daysOfMonth, epochDay, monthOf, type EpochDay } from '../schedule/care-date'
import type { Facts } from '../schedule/facts'
import { momentOf } from '../schedule/moment'

/** A month of the history, from the server or from the phone. */
export interface MonthPage extends MedicationPage {
  shell: false
  /** `YYYY-MM` */
  month: string
  /** False on a phone that has not been given everything yet. */
  whole: boolean
  /** Made with the page: a form that is sent twice counts once. */
  commandId: string
}

/** A month that is there to be looked at: this one, or one before it. Without one this month. */
export function monthToShow(
  asked: string | undefined,
  page: Pick<MedicationPage, 'now'> & { facts: Pick<Facts, 'zones'> },
): string | null {
  const present = monthOf(momentOf(page.facts, page.now).day)
  if (asked === undefined) return present
  return isMonth(asked) && asked <= present ? asked : null
}

/** `YYYY-MM` of a month that is on a calendar, from 1970 on. */
export const isMonth = (text: string): boolean => /^(19[7-9]|20\d)\d-(0[1-9]|1[0-2])$/.test(text)

/** The care date of `/:month/:day`; null when there is none of that name. */
export function dayToShow(month: string, day: string | undefined): EpochDay | null {
  if (!/^\d{1,2}$/.test(day ?? '')) return null
  const { from, to } = daysOfMonth(month)
  const found = from + Number(day) - 1
  return Number(day) >= 1 && found < to ? found : null
}

/** `24`, as in the address of a day. */
export const dayOfMonth = (day: EpochDay): number => day - epochDay(`${monthOf(day)}-01`) + 1

export const monthPath = (month: string) => `/medication/history/${month}`
export const dayPath = (day: EpochDay) => `${monthPath(monthOf(day))}/${dayOfMonth(day)}`

/** The months before and after; null where there is nothing to look at. */
export function monthsBeside(month: string, facts: Facts, today: EpochDay) {
  const { from, to } = daysOfMonth(month)
  const begun = facts.courses.map(({ trackedFrom }) => monthOf(careDateOf(trackedFrom)))
  return {
    earlier: begun.some((first) => first < month) ? monthOf(from - 1) : null,
    later: to <= today ? monthOf(to) : null,
  }
}

/** `2026년 11월` */
export function monthInWords(month: string): string {
  const [year, number] = month.split('-')
  return `${year}년 ${Number(number)}월`
}
