import { answerDoses, answerKinds } from '../dose-card/answer-doses'
import type { NewFacts } from '../facts/fact-schema'
import { careDateBegins, minutesPerDay, wallMinute, type WallMinute } from '../schedule/care-date'
import { recordsOf } from '../schedule/dose-records'
import type { Facts } from '../schedule/facts'
import { readDoseKey, type DoseKeyParts } from '../schedule/keys'
import type { Moment } from '../schedule/moment'

export type CorrectionKind = (typeof answerKinds)[number]

export interface CorrectionValues {
  doseKey: string
  kind: string
  /** `08:05`, of the care date: before 04:00 it is the night after. */
  time: string
}

export type Correction = { facts: NewFacts } | { error: string }

const unreadable = '적으신 것을 읽지 못했어요. 이 쪽을 새로 열어 주세요.'

/** What a person says of a dose afterwards, for ever: it stands beside what was said before. */
export function correctDose(
  values: CorrectionValues,
  facts: Facts,
  now: Moment,
  newId: () => string,
): Correction {
  const parts = readKey(values.doseKey)
  const kind = answerKinds.find((one) => one === values.kind)
  const isKnown = parts !== null && facts.courses.some(({ id }) => id === parts.courseId)
  if (
    !parts ||
    !kind ||
    parts.day > now.day ||
    (!isKnown && !recordsOf(facts).find(values.doseKey))
  )
    return { error: unreadable }
  const takenWall = kind === 'taken' ? wallOf(values.time, parts.day) : undefined
  if (takenWall === null) return { error: '드신 시간이 비었어요. 몇 시 몇 분인지 적어 주세요.' }
  if (takenWall !== undefined && takenWall > now.wall)
    return { error: '아직 오지 않은 시간이에요. 지난 시간을 적어 주세요.' }
  const saying = { kind, correcting: true, ...(takenWall === undefined ? {} : { takenWall }) }
  return { facts: { answers: answerDoses(facts, [values.doseKey], saying, now, newId).answers } }
}

function readKey(key: string): DoseKeyParts | null {
  try {
    return readDoseKey(key)
  } catch {
    return null
  }
}

/** The wall time of a care date's clock; null when it cannot be read. */
function wallOf(time: string, day: number): WallMinute | null {
  const [, hours, minutes] = /^(\d{1,2}):(\d{2})(?::\d{2})?$/.exec(time.trim()) ?? []
  const minute = Number(hours) * 60 + Number(minutes)
  if (!Number.isInteger(minute) || minute >= minutesPerDay || Number(minutes) > 59) return null
  return wallMinute(day, minute < careDateBegins ? minute + minutesPerDay : minute)
}

/** `08:05`, as a field for times has it. @param minute of a care date or a wall */
export function timeField(minute: number): string {
  const ofDay = minute % minutesPerDay
  return `${String(Math.floor(ofDay / 60)).padStart(2, '0')}:${String(ofDay % 60).padStart(2, '0')}`
}
