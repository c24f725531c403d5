import { redirect } from '@remix-run/node'
import { v7 as uuidv7 } from 'uuid'
import type { RequestContext } from '~/platform/context.server'
import { loadMedication } from '../facts/load-medication.server'
import { entryWants } from './entry-page'

/**
 * What every page of entering starts from. `commandId`: a form sent twice without JavaScript counts once.
 * @throws {Response} to 약, which says why, while nothing of health may be written (decision 0007)
 */
export async function loadEntryPage(context: RequestContext) {
  if (context.session.heldUntil) throw redirect('/medication')
  return {
    shell: false as const,
    commandId: uuidv7(),
    ...(await loadMedication(context, entryWants)),
  }
}
