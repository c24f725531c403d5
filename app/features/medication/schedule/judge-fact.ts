import { currentIdOf } from './chain'
import { mayReplace } from './dose-record'
import type { Answer, FactKind, FactOf, Facts, Retraction, Version } from './facts'
import { careDateOfKey } from './keys'
import type { Moment } from './moment'

export type Verdict = 'accepted' | 'duplicate' | FactRefusal

export type FactRefusal =
  /** The id stands for something else already. */
  | 'other_body'
  /** Somebody else changed the same thing first: kept on the phone and shown to its writer. */
  | 'changed_meanwhile'
  /** A dose of a care date that has not begun: the clock is wrong, the person is asked. */
  | 'not_yet'
  /** A helper may not take back what the senior said. */
  | 'not_yours'

/** A fact with the name of its collection. */
export type NewFact = { [K in FactKind]: { kind: K; fact: FactOf<K> } }[FactKind]

/**
 * Whether a fact may join the others. Phone and server ask the same, each with its own clock. Facts are a
 * union, so that whatever is accepted may arrive in any order; only versions have to follow the current one.
 */
export function judgeFact(facts: Facts, { kind, fact }: NewFact, now: Moment): Verdict {
  const same = facts[kind].find(({ id }) => id === fact.id)
  if (same) return isSameBody(same, fact) ? 'duplicate' : 'other_body'
  switch (kind) {
    case 'courseVersions':
      return judgeVersion(
        facts.courseVersions.filter(({ courseId }) => courseId === fact.courseId),
        fact,
      )
    case 'slotHours':
      return judgeVersion(
        facts.slotHours.filter(({ slotId }) => slotId === fact.slotId),
        fact,
      )
    case 'zones':
      return judgeVersion(facts.zones, fact)
    case 'answers':
      return judgeAnswer(facts, fact, now)
    case 'retractions':
      return judgeRetraction(facts, fact)
    case 'courses':
    case 'packs':
    case 'stockCounts':
    case 'pauses':
    case 'pauseEnds':
    case 'intakes':
    case 'reach':
    case 'snoozes':
    case 'clinicVisits':
    case 'photos':
    case 'acknowledgements':
      return 'accepted'
  }
}

const judgeVersion = (chain: readonly Version[], { baseId }: Version): Verdict =>
  currentIdOf(chain) === baseId ? 'accepted' : 'changed_meanwhile'

function judgeAnswer(facts: Facts, answer: Answer, now: Moment): Verdict {
  if (careDateOfKey(answer.doseKey) > now.day) return 'not_yet'
  const replaced = facts.answers.filter(({ id }) => answer.replaces.includes(id))
  return replaced.every((other) => mayReplace(answer, other, facts.ownerId))
    ? 'accepted'
    : 'not_yours'
}

function judgeRetraction(facts: Facts, { factId, by }: Retraction): Verdict {
  const intake = facts.intakes.find(({ id }) => id === factId)
  const isSeniors = intake?.by === facts.ownerId && by !== facts.ownerId
  return isSeniors ? 'not_yours' : 'accepted'
}

/** Equal but for the server's clock, in whatever order the fields come. */
function isSameBody(one: unknown, other: unknown): boolean {
  if (typeof one !== 'object' || typeof other !== 'object' || !one || !other) return one === other
  const fields = (body: object) => Object.entries(body).filter(([name]) => name !== 'receivedAt')
  const others = new Map(fields(other))
  const own = fields(one)
  return (
    own.length === others.size && own.every(([name, value]) => isSameBody(value, others.get(name)))
  )
}
