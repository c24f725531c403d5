import type { Facts, Pause } from '../schedule/facts'
import type { Moment } from '../schedule/moment'
import { endOf } from '../schedule/pauses'
import { withoutRetracted } from '../schedule/retraction'
import { one, type Outcome, type Values } from '../forms/form-values'

/** Pauses that hold at this moment: of one course, or of everything (null). */
export const pausesNow = (facts: Facts, courseId: string | null, { wall }: Moment): Pause[] =>
  withoutRetracted(facts, facts.pauses).filter(
    (pause) => pause.courseId === courseId && pause.fromWall <= wall && wall < endOf(pause, facts),
  )

/** 쉬기: from now on and until somebody says otherwise. */
export function pauseCourse(
  courseId: string,
  values: Values,
  now: Moment,
  newId: () => string,
): Outcome {
  const reason = one(values, 'reason')
  if (reason !== 'doctor' && reason !== 'other') {
    const message = '까닭이 비어 있어요. 둘 가운데 하나를 골라 주세요.'
    return { errors: [{ fieldId: 'reason', message }] }
  }
  const pause = { id: newId(), courseId, fromWall: now.wall, toWall: null, reason } as const
  return { to: `/medication/courses/${courseId}?done=paused`, facts: { pauses: [pause] } }
}

/** 다시 시작: ends what holds now. Nothing to end is no error, but nothing to write either. */
export function resumeCourse(
  courseId: string,
  facts: Facts,
  now: Moment,
  newId: () => string,
): Outcome {
  const pauseEnds = endsOf(pausesNow(facts, courseId, now), now, newId)
  if (pauseEnds.length === 0) {
    const message = '이미 다시 드시고 있어요. 더 하실 일이 없어요.'
    return { errors: [{ fieldId: 'content', message }] }
  }
  return { to: `/medication/courses/${courseId}?done=resumed`, facts: { pauseEnds } }
}

export const endsOf = (pauses: readonly Pause[], now: Moment, newId: () => string) =>
  pauses.map(({ id: pauseId }) => ({ id: newId(), pauseId, toWall: now.wall }))
