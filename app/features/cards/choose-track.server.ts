import type { Tx } from '~/platform/database/database.server'
import type { ChooseTrack } from './command-schema'

/** From now on today's card comes from this track first. */
export async function chooseTrack(tx: Tx, personId: string, input: ChooseTrack) {
  await tx
    .updateTable('gyeote.people')
    .set({ track: input.track })
    .where('id', '=', personId)
    .execute()
  return { status: 'accepted' as const }
}
