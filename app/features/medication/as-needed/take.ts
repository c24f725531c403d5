import type { NewFacts } from '../facts/fact-schema'
import { versionOn } from '../dose-card/words'
import { nextIntake } from '../schedule/as-needed'
import type { Facts } from '../schedule/facts'
import type { Moment } from '../schedule/moment'
import { covers, pausesOf } from '../schedule/pauses'
import { offsetIn } from '../schedule/wall-time'

/** What a tap on a card of 필요할 때만 sends. */
export interface TakeForm {
  /** `take`; `insist` once the warning was read; `undo` takes the intake back. */
  what: string
  courseId: string
  intakeId: string
}

export const readTakeForm = (data: FormData, pressed?: string): TakeForm => ({
  what: pressed ?? String(data.get('what') ?? ''),
  courseId: String(data.get('course') ?? ''),
  intakeId: String(data.get('intake') ?? ''),
})

/** Where the label's amount was not written down. */
const oneUnit = 1000

/** Paused, by itself or with everything. */
export const isResting = (facts: Facts, courseId: string, { wall }: Moment): boolean =>
  covers(pausesOf(facts, courseId), wall)

/** Null when nothing is to be written: no such medicine, or resting or too early and not insisted on. */
export function take(
  form: TakeForm,
  facts: Facts,
  now: Moment,
  newId: () => string,
): NewFacts | null {
  const course = facts.courses.find(({ id }) => id === form.courseId)
  if (course?.kind !== 'as_needed') return null
  if (form.what === 'undo') {
    const intake = facts.intakes.find(({ id }) => id === form.intakeId)
    return intake ? { retractions: [{ id: newId(), factId: intake.id }] } : null
  }
  const mayTake = !isResting(facts, course.id, now) && !nextIntake(facts, course.id, now).waitsFor
  if (form.what !== 'insist' && (form.what !== 'take' || !mayTake)) return null
  const intake = {
    id: newId(),
    courseId: course.id,
    takenWall: now.wall,
    offsetMin: offsetIn(now.zone, now.instant),
    amount: versionOn(facts, course.id, now.day)?.amount ?? oneUnit,
  }
  return { intakes: [intake] }
}
