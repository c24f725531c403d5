import type { NewFacts } from '../facts/fact-schema'
import type { WallMinute } from '../schedule/care-date'
import { recordsOf } from '../schedule/dose-records'
import { findDoubleDose, type DoubleDose } from '../schedule/double-dose'
import type { Facts } from '../schedule/facts'
import type { Moment } from '../schedule/moment'
import { instantOf, offsetIn } from '../schedule/wall-time'

export type NewAnswer = NonNullable<NewFacts['answers']>[number]
export const answerKinds = ['taken', 'declined', 'unknown', 'cleared'] as const

/** What a person says of some doses. */
export interface Saying {
  kind: (typeof answerKinds)[number]
  /** 아까 먹었어요: when; now where it is left out. */
  takenWall?: WallMinute
  /** 고치기: says what was, so nothing is warned of. */
  correcting?: boolean
  /** 또 먹었어요: said although the app had warned. */
  insisting?: boolean
}

export interface Answering {
  answers: NewAnswer[]
  /** Doses for which nothing is written, because one may have been taken already. */
  stopped: { key: string; guard: DoubleDose }[]
}

/**
 * The answers by which a person says something of doses. Taking one that may have been taken already, or too
 * near to another, is stopped; insisting writes it with the warning on record.
 */
export function answerDoses(
  facts: Facts,
  keys: readonly string[],
  saying: Saying,
  now: Moment,
  newId: () => string,
): Answering {
  const answering: Answering = { answers: [], stopped: [] }
  const { kind, correcting = false, insisting = false } = saying
  const takenWall = saying.takenWall ?? now.wall
  for (const key of keys) {
    const guard =
      kind === 'taken' && !correcting
        ? findDoubleDose(facts, key, instantOf(takenWall, now.zone))
        : null
    if (guard && !insisting) {
      answering.stopped.push({ key, guard })
      continue
    }
    const isExtra = guard?.kind === 'same_dose'
    answering.answers.push({
      id: newId(),
      doseKey: key,
      kind: isExtra ? 'extra' : kind,
      takenWall: kind === 'taken' ? takenWall : null,
      offsetMin: offsetIn(now.zone, now.instant),
      replaces: isExtra ? [] : replacedBy(kind, key, facts),
      guardPassed: guard !== null,
    })
  }
  return answering
}

/** What the writer sees: saying that nothing was taken takes back deliberate second doses as well. */
function replacedBy(kind: Saying['kind'], key: string, facts: Facts): string[] {
  const record = recordsOf(facts).find(key)
  if (!record) return []
  const { heads, extras } = record
  return (kind === 'taken' ? heads : [...heads, ...extras]).map(({ id }) => id)
}
