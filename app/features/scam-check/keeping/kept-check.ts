import type { Checked } from '../checked'
import type { KeepScamCheck } from './check-schema'

/** A check that somebody let be kept. */
export interface KeptCheck extends Omit<KeepScamCheck, 'checkId'> {
  id: string
  /** ISO 8601. */
  at: string
}

export const keptOf = ({ kind, text, verdict }: Checked): Omit<KeepScamCheck, 'checkId'> => ({
  kind,
  text,
  level: verdict.level,
  trick: verdict.trick,
  reasons: verdict.reasons.map(({ code }) => code),
})
