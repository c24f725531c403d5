import { v7 as uuidv7 } from 'uuid'
import { findPersonName } from '~/features/medication/find-person-name.server'
import { loadMedication } from '~/features/medication/facts/load-medication.server'
import type { RequestContext } from '~/platform/context.server'
import type { EmergencyPage } from './emergency-page'
import { findEmergencySheet } from './find-emergency-sheet.server'
import { emptySheet } from './sheet'

/** The viewer's emergency sheet with their medicines; an empty one for a visitor. */
export async function loadEmergency(context: RequestContext): Promise<EmergencyPage> {
  const medication = await loadMedication(context, { back: 1, stock: false })
  const { personId } = medication
  const page = { ...medication, shell: false as const, commandId: uuidv7() }
  if (personId === null) return { ...page, sheet: emptySheet, name: null }
  return context.asViewer(async (tx) => ({
    ...page,
    sheet: await findEmergencySheet(tx, personId),
    name: await findPersonName(tx, personId),
  }))
}
