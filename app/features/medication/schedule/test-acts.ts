import { currentIdOf } from './chain'
import type { Facts } from './facts'
import type { NewFact } from './judge-fact'
import { doseKey, groupKey } from './keys'
import { mergeFacts, type MoreFacts } from './merge-facts'
import type { Act } from './test-arbitraries'
import { daughter, fact, none, senior } from './test-facts'

/** Does what was generated, no earlier than `from`, each thing on top of what is known by then, so that all of it is accepted. */
export function done(
  before: readonly NewFact[],
  acts: readonly Act[],
  from = -Infinity,
): NewFact[] {
  let known = together(none, before)
  return acts.flatMap((one) => {
    const made = factFor(known, one, from)
    if (made) known = mergeFacts(known, only(made))
    return made ? [made] : []
  })
}

export const only = ({ kind, fact: one }: NewFact): MoreFacts => ({ [kind]: [one] })
export const together = (facts: Facts, more: readonly NewFact[]): Facts =>
  more.reduce((known, one) => mergeFacts(known, only(one)), facts)

const at = <T>(list: readonly T[], index: number): T | undefined => list[index % list.length]

function factFor(facts: Facts, [name, body]: Act, from: number): NewFact | null {
  const courseId = at(facts.courses, 'pick' in body ? body.pick : 0)?.id ?? ''
  switch (name) {
    case 'version': {
      const chain = facts.courseVersions.filter((one) => one.courseId === courseId)
      const { rule, slots, lastOn } = body
      const fromOn = Math.max(from, body.fromOn)
      const usual = {
        meal: null,
        minGapMin: 240,
        max24h: 3,
        amount: null,
        unit: '알',
        label: null,
        instruction: null,
      }
      const baseId = currentIdOf(chain)
      const version = { ...fact(), baseId, courseId, fromOn, lastOn, rule, slots, ...usual }
      return { kind: 'courseVersions', fact: version }
    }
    case 'hour': {
      const baseId = currentIdOf(facts.slotHours.filter(({ slotId }) => slotId === body.slotId))
      const fromOn = Math.max(from, body.fromOn)
      return { kind: 'slotHours', fact: { ...fact(), ...body, baseId, fromOn } }
    }
    case 'pack': {
      const { firstSlot, days } = body
      const firstOn = Math.max(from, body.firstOn)
      return {
        kind: 'packs',
        fact: { ...fact(), courseId, firstOn, firstSlot, days, amount: null },
      }
    }
    case 'pause': {
      const { all, fromWall, length } = body
      const toWall = length === null ? null : fromWall + length
      const paused = { courseId: all ? null : courseId, fromWall, toWall, reason: 'other' as const }
      return { kind: 'pauses', fact: { ...fact(), ...paused } }
    }
    case 'pauseEnd': {
      const pauseId = at(facts.pauses, body.pick)?.id
      return pauseId
        ? { kind: 'pauseEnds', fact: { ...fact(), pauseId, toWall: body.toWall } }
        : null
    }
    case 'count': {
      const { slotId, countedWall, left } = body
      return { kind: 'stockCounts', fact: { ...fact(), courseId, slotId, countedWall, left } }
    }
    case 'retraction': {
      const factId = at([...facts.packs, ...facts.pauses, ...facts.intakes], body.pick)?.id
      return factId ? { kind: 'retractions', fact: { ...fact(), factId } } : null
    }
    case 'zone':
      return {
        kind: 'zones',
        fact: {
          ...fact({ at: body.fromOn * 86_400_000 }),
          ...body,
          baseId: currentIdOf(facts.zones),
        },
      }
    case 'answer':
      return { kind: 'answers', fact: answerFor(facts, courseId, body) }
    case 'intake':
      return {
        kind: 'intakes',
        fact: { ...fact(), courseId, takenWall: body.takenWall, offsetMin: 540, amount: 1000 },
      }
    case 'reach': {
      const receivedAt = body.receivedAt * 60_000
      return { kind: 'reach', fact: { ...fact({ receivedAt }), outboxEmpty: body.outboxEmpty } }
    }
    case 'snooze':
      return { kind: 'snoozes', fact: { ...fact(), groupKey: groupKey(0, 'morning'), ...body } }
  }
}

type AnswerBody = Extract<Act, ['answer', unknown]>[1]

function answerFor(facts: Facts, courseId: string, body: AnswerBody) {
  const { slotId, day, kind, bySenior, minute } = body
  const key = doseKey(courseId, day, slotId)
  const by = bySenior ? senior : daughter
  const seen = facts.answers.filter(
    (one) => one.doseKey === key && kind !== 'extra' && (bySenior || one.by === by),
  )
  const replaces = body.replaces.flatMap((index) => at(seen, index)?.id ?? [])
  const takenWall = kind === 'taken' || kind === 'extra' ? day * 1440 + minute : null
  const written = { doseKey: key, kind, takenWall, offsetMin: 540, replaces, guardPassed: false }
  return { ...fact({ by, at: (day * 1440 + minute - 540) * 60_000 }), ...written }
}
