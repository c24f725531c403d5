import { modulo, type EpochDay } from '../schedule/care-date'
import type { Rule } from '../schedule/recurrence'

/**
 * The rule as it counts its days where it applies from `from` on. Where the rule before it counted too, it goes on from the
 * last dose or within the same course of taking and resting: counted anew, tomorrow would be a day of taking again.
 */
export function countedFrom(rule: Rule, from: EpochDay, before?: Rule): Rule {
  if (rule.kind === 'every') {
    if (before?.kind !== 'every') return { ...rule, anchor: from }
    if (rule.n === before.n || from <= before.anchor) return { ...rule, anchor: before.anchor }
    return { ...rule, anchor: from - modulo(from - before.anchor, before.n) }
  }
  if (rule.kind === 'cycle') {
    if (before?.kind !== 'cycle') return { ...rule, anchor: from }
    const isSame = rule.on === before.on && rule.off === before.off
    if (isSame || from <= before.anchor) return { ...rule, anchor: before.anchor }
    const place = modulo(from - before.anchor, before.on + before.off)
    // Whoever has taken it, or rested, for longer than the new rule says is done with that.
    const passed =
      place < before.on ? Math.min(place, rule.on) : rule.on + Math.min(place - before.on, rule.off)
    return { ...rule, anchor: from - passed }
  }
  return rule
}
