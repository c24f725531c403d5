import type { Reading, Typed } from '../reading'
import { callers, pressures, wishes } from './call-questions'
import { weighPicks } from './weigh-picks'

/** A call as sentences, one a line: what was chosen, then what was told in words. */
export function wordsOfCall({ picks, text }: Pick<Typed, 'picks' | 'text'>): string {
  const chosen = [...callers, ...wishes, ...pressures].filter(({ value }) => picks.includes(value))
  return [...chosen.map(({ says }) => says), text.trim()].filter(Boolean).join('\n')
}

export const callReading: Reading = {
  kind: 'call',
  wordsOf: wordsOfCall,
  refine: (checked, { picks }) => ({
    ...checked,
    verdict: weighPicks(checked.verdict, picks, checked.text),
  }),
}
