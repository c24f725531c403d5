import { writeFacts, type Recorded } from '~/features/medication/record-facts.server'
import type { Tx } from '~/platform/database/database.server'
import type { HelpWithMedicines } from './command-schema'
import { findHelp } from './find-help.server'

type Helped = Recorded | { status: 'refused'; reason: 'no_help' }

/**
 * Writes down what a relative changed of a senior's medicines, in the relative's name: all of it, or nothing.
 * `no_help` when the link does not let them, not yet, or not any more.
 */
export async function recordHelp(
  tx: Tx,
  personId: string,
  { linkId, facts }: HelpWithMedicines,
  { occurredAt }: { occurredAt: Date },
): Promise<Helped> {
  const help = await findHelp(tx, personId, linkId)
  if (help?.state !== 'open') return { status: 'refused', reason: 'no_help' }
  const who = { ownerId: help.seniorId, writerId: personId }
  try {
    return await writeFacts(tx, who, facts, { occurredAt })
  } catch (error) {
    // What no schema tells from the rest: a pause of everything, or the end of one.
    if ((error as { code?: string }).code !== '42501') throw error
    return { status: 'refused', reason: 'no_help' }
  }
}
