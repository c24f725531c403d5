import { v7 as uuidv7 } from 'uuid'
import type { RequestContext } from '~/platform/context.server'
import { loadMedication } from '../load-medication.server'
import { entryWants } from './entry-page'

/** What every page of entering starts from. `commandId`: a form sent twice without JavaScript counts once. */
export const loadEntryPage = async (context: RequestContext) => ({
  shell: false as const,
  commandId: uuidv7(),
  ...(await loadMedication(context, entryWants)),
})
