import type { Checked } from '../checked'
import type { TellScamAlert } from './alert-schema'

/** What the family is told of a check; null where it is not dangerous. */
export function alertOf(
  checkId: string,
  { kind, verdict }: Pick<Checked, 'kind' | 'verdict'>,
): TellScamAlert | null {
  const { level, trick, reasons } = verdict
  if (level !== 'danger' || reasons.length === 0) return null
  return { checkId, kind, level, trick, reasons: reasons.map(({ code }) => code) }
}
