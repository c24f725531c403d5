import type { NewFacts } from '../facts/fact-schema'
import { epochDay, isoDate } from '../schedule/care-date'
import type { Facts } from '../schedule/facts'
import type { Moment } from '../schedule/moment'
import { comingVisits, dateOf } from './next-visit'

export interface VisitValues {
  /** `YYYY-MM-DD` */
  on: string
  /** `10:30`, or empty. */
  time: string
  place: string
  /** The visit that is set anew; empty for another one. */
  replaces: string
}
export type VisitErrors = Partial<Record<'on' | 'time' | 'place', string>>
export type PlannedVisit = { facts: NewFacts } | { errors: VisitErrors }

const furthestDays = 730
const longestPlace = 60

/** Sets a visit to the clinic; one that is set anew takes the place of the old one. */
export function planVisit(
  values: VisitValues,
  facts: Facts,
  now: Moment,
  newId: () => string,
): PlannedVisit {
  const on = readDate(values.on)
  const minute = readTime(values.time)
  const place = values.place.normalize('NFC').replace(/\s+/g, ' ').trim()
  const errors: VisitErrors = {}
  if (on === null) errors.on = '날짜가 비었어요. 병원에 가실 날을 골라 주세요.'
  else if (on < dateOf(now)) errors.on = '지난 날짜예요. 오늘이나 그 뒤를 골라 주세요.'
  else if (on > dateOf(now) + furthestDays)
    errors.on = '너무 먼 날짜예요. 두 해 안에서 골라 주세요.'
  if (minute === undefined) errors.time = '시간을 읽지 못했어요. 모르시면 비워 두세요.'
  if (place.length > longestPlace) errors.place = '글이 길어요. 60자까지 적을 수 있어요.'
  if (on === null || minute === undefined || Object.keys(errors).length > 0) return { errors }
  const visit = { id: newId(), on, minute, place: place === '' ? null : place }
  const old = comingVisits(facts, now).find(({ id }) => id === values.replaces)
  return {
    facts: {
      clinicVisits: [visit],
      ...(old ? { retractions: [{ id: newId(), factId: old.id }] } : {}),
    },
  }
}

/** Takes a visit back; null when it is not there, or not any more. */
export function callOffVisit(
  visitId: string,
  facts: Facts,
  now: Moment,
  newId: () => string,
): NewFacts | null {
  const visit = comingVisits(facts, now).find(({ id }) => id === visitId)
  return visit ? { retractions: [{ id: newId(), factId: visit.id }] } : null
}

function readDate(typed: string): number | null {
  const day = /^\d{4}-\d{2}-\d{2}$/.test(typed.trim()) ? epochDay(typed.trim()) : NaN
  // The 31st of April is read as the first of May.
  return Number.isInteger(day) && isoDate(day) === typed.trim() ? day : null
}

/** Minute of the day; null for none, undefined when it cannot be read. */
function readTime(typed: string): number | null | undefined {
  if (typed.trim() === '') return null
  const [, hours, minutes] = /^(\d{1,2}):(\d{2})(?::\d{2})?$/.exec(typed.trim()) ?? []
  const read = Number(hours) * 60 + Number(minutes)
  return Number(hours) < 24 && Number(minutes) < 60 ? read : undefined
}
