import { minutesPerDay, startOfCareDate } from '../schedule/care-date'
import type { Facts, Pause } from '../schedule/facts'
import type { Moment } from '../schedule/moment'
import { mayPauseFrom } from '../schedule/pauses'
import { one, type FormError, type Outcome, type Values } from '../forms/form-values'
import { endsOf, pausesNow } from './pause-course'
import { readWhole } from '../forms/typed-numbers'

const longestBackDays = 31
const path = '/medication/pause'

/** The forms of 입원 중이에요, told apart by `intent`. */
export function pauseEverything(
  values: Values,
  facts: Facts,
  now: Moment,
  newId: () => string,
): Outcome {
  const held = pausesNow(facts, null, now)
  switch (one(values, 'intent')) {
    case 'begin':
      return begin(values, now, newId)
    case 'still':
      return held.length > 0 ? { facts: stillPaused(held, now, newId), to: path } : nothing
    case 'end':
      return held.length > 0
        ? { facts: { pauseEnds: endsOf(held, now, newId) }, to: `${path}?done=resumed` }
        : nothing
    case 'withdraw': {
      const retractions = held.map(({ id: factId }) => ({ id: newId(), factId }))
      return held.length > 0 ? { facts: { retractions }, to: `${path}?done=withdrawn` } : nothing
    }
    default:
      return nothing
  }
}

const nothing: Outcome = {
  errors: [{ fieldId: 'content', message: '지금은 쉬는 중이 아니에요. 더 하실 일이 없어요.' }],
}

/** "Still paused": the old ones end and one from now begins, so that the week begins again. */
export function stillPaused(held: readonly Pause[], now: Moment, newId: () => string) {
  const [{ courseId = null, reason = 'other' as const } = {}] = held
  return {
    pauses: [{ id: newId(), courseId, fromWall: now.wall, toWall: null, reason }],
    pauseEnds: endsOf(held, now, newId),
  }
}

function begin(values: Values, now: Moment, newId: () => string): Outcome {
  const days = daysAgo(values)
  if (typeof days !== 'number') return { errors: [days] }
  const morning = startOfCareDate(now.day - days)
  const earliest = now.wall - longestBackDays * minutesPerDay
  const fromWall = days === 0 ? now.wall : Math.max(morning, earliest)
  if (!mayPauseFrom(fromWall, now.wall)) return nothing
  const pause = { id: newId(), courseId: null, fromWall, toWall: null, reason: 'hospital' as const }
  return { facts: { pauses: [pause] }, to: `${path}?done=paused` }
}

function daysAgo(values: Values): number | FormError {
  switch (one(values, 'from')) {
    case 'now':
      return 0
    case 'yesterday':
      return 1
    case 'before': {
      const days = readWhole(one(values, 'daysAgo'), 1, longestBackDays)
      const message = `며칠 전인지 알 수 없어요. 1부터 ${longestBackDays}까지 숫자로 적어 주세요.`
      return days ?? { fieldId: 'daysAgo', message }
    }
    default:
      return { fieldId: 'from', message: '언제부터인지 비어 있어요. 하나를 골라 주세요.' }
  }
}
