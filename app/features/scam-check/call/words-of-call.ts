import type { Typed } from '../use-check'
import { callers, pressures, wishes } from './call-questions'

/** A call as sentences, one a line: what was chosen, then what was told in words. */
export function wordsOfCall({ picks, text }: Pick<Typed, 'picks' | 'text'>): string {
  const chosen = [...callers, ...wishes, ...pressures].filter(({ value }) => picks.includes(value))
  return [...chosen.map(({ says }) => says), text.trim()].filter(Boolean).join('\n')
}
