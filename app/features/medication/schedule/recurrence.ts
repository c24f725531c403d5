import { modulo, weekdayOf, type EpochDay } from './care-date'

/** On which care dates; the counterparts in RFC 5545 §3.3.10 are given with each. */
export type Rule =
  | { readonly kind: 'daily' }
  /** BYDAY. Bit 0 is Monday, bit 6 Sunday. */
  | { readonly kind: 'weekdays'; readonly mask: number }
  /** INTERVAL: `anchor` and every `n`-th day from it. */
  | { readonly kind: 'every'; readonly anchor: EpochDay; readonly n: number }
  /** No counterpart: `on` days from `anchor`, then `off` days without, and again. */
  | { readonly kind: 'cycle'; readonly anchor: EpochDay; readonly on: number; readonly off: number }

/**
 * The first care date from `day` on which the rule holds, or null when there is none. Steps by arithmetic,
 * so that a dose every 84 days is found as fast as a daily one. An anchor is the first date, as DTSTART is.
 */
export function nextOccurrence(rule: Rule, day: EpochDay): EpochDay | null {
  switch (rule.kind) {
    case 'daily':
      return day
    case 'weekdays':
      for (let next = day; next < day + 7; next++) {
        if ((rule.mask >> weekdayOf(next)) & 1) return next
      }
      return null
    case 'every':
      if (day <= rule.anchor) return rule.anchor
      return day + modulo(rule.anchor - day, rule.n)
    case 'cycle': {
      if (day <= rule.anchor) return rule.anchor
      const place = modulo(day - rule.anchor, rule.on + rule.off)
      return place < rule.on ? day : day - place + rule.on + rule.off
    }
  }
}

export const occursOn = (rule: Rule, day: EpochDay): boolean => nextOccurrence(rule, day) === day
