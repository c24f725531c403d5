import type { Tx } from '~/platform/database/database.server'
import { appError } from '~/platform/http/app-errors'
import { isHeld } from '~/platform/session/is-held.server'

/** Why the database says that nothing of the viewer's health may be kept. */
export const whyNotKept = async (tx: Tx): Promise<'held' | 'no_consent'> =>
  (await isHeld(tx)) ? 'held' : 'no_consent'

/** What a form that offers no other way shows when its deed was refused. */
export const refusedPage = (reason: string): Response =>
  appError(reason === 'held' ? 'held' : 'bad_input')
