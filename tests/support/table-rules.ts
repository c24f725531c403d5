import type { Actor, Cast } from './cast'

/** Who may do what to a row of `owner`; what is not listed is refused. */
export interface TableRules {
  /** The column that says whose row it is; null for what belongs to nobody. */
  whose: string | null
  see: readonly Actor[]
  add: readonly Actor[]
  change: readonly Actor[]
  remove: readonly Actor[]
  /** A column of the table that `change` is tried on, and its new value. */
  changed: [column: string, value: unknown]
  /** A new row in the owner's name that fits every constraint. */
  newRow(cast: Cast): Record<string, unknown>
}

export const nobody: readonly Actor[] = []
export const ownerOnly: readonly Actor[] = ['owner']
export const readOnly = { add: nobody, change: nobody, remove: nobody }
export const sealed = { see: nobody, ...readOnly }
