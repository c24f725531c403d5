import type { Level, Reason, TrickKind, Verdict } from '../verdict/verdict'
import { levels } from '../verdict/verdict'
import { callers, pressures, wishes, type Heard } from './call-questions'

const mostReasons = 3

/** Nobody honest asks for these on the telephone, whoever they say they are. */
const neverAsked = ['cash', 'number', 'gift']
const posing = ['authority', 'card']

const trickOf: Record<string, TrickKind> = {
  authority: 'authority_impersonation',
  card: 'card_delivery',
  family: 'family_impersonation',
  app: 'remote_app',
  gift: 'gift_card',
}

/**
 * A verdict on a call, at least as grave as what was ticked: an answer to a question is surer than a sentence
 * that had to be read.
 * @param text the sentences of the picks stand in it letter for letter
 */
export function weighPicks(verdict: Verdict, picks: readonly string[], text: string): Verdict {
  const level = levelOfPicks(picks)
  if (levels.indexOf(level) >= levels.indexOf(verdict.level)) return verdict
  const chosen = [...wishes, ...callers, ...pressures].filter(({ value }) => picks.includes(value))
  return {
    ...verdict,
    level,
    trick: verdict.trick ?? picks.map((pick) => trickOf[pick]).find(Boolean) ?? null,
    reasons: chosen.flatMap((heard) => reasonOf(heard, text)).slice(0, mostReasons),
  }
}

function levelOfPicks(picks: readonly string[]): Level {
  const asked = wishes.filter(({ value }) => picks.includes(value))
  const pressed = pressures.filter(({ value }) => picks.includes(value)).length
  const poses = posing.some((caller) => picks.includes(caller))
  const asksMuch = asked.length > 1 || asked.some(({ value }) => neverAsked.includes(value))
  if (asked.length > 0 && (asksMuch || poses || pressed > 0)) return 'danger'
  if (poses && pressed > 0) return 'danger'
  return asked.length > 0 || poses || pressed > 1 ? 'caution' : 'nothing_found'
}

function reasonOf({ reason, says }: Heard, text: string): Reason[] {
  const start = text.indexOf(says)
  return reason && start >= 0 ? [{ code: reason, spans: [[start, start + says.length]] }] : []
}
