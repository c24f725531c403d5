import { sql } from 'kysely'
import type { Tx } from '~/platform/database/database.server'
import { appError } from '~/platform/http/app-errors'

/** Whether this session has only just said whose number it is (decision 0007): then nothing of health is written. */
export async function isHeld(tx: Tx): Promise<boolean> {
  const { rows } = await sql<{ held: boolean }>`select gyeote.is_held() as held`.execute(tx)
  return rows[0]?.held ?? false
}

/** Why the database says that nothing of the viewer's health may be kept. */
export const whyNotKept = async (tx: Tx): Promise<'held' | 'no_consent'> =>
  (await isHeld(tx)) ? 'held' : 'no_consent'

/** What a form that offers no other way shows when its deed was refused. */
export const refusedPage = (reason: string): Response =>
  appError(reason === 'held' ? 'held' : 'bad_input')
