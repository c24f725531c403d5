import type { RequestContext } from '~/platform/context.server'
import { findPersonName } from '../find-person-name.server'
import { loadMedication } from '../facts/load-medication.server'
import { reportWanted, type ReportPage } from './report-page'

/** The viewer's medicines with the answers of the last 90 days; nothing for a visitor. */
export async function loadReport(context: RequestContext): Promise<ReportPage> {
  const medication = await loadMedication(context, reportWanted)
  const { personId } = medication
  const name =
    personId === null ? null : await context.asViewer((tx) => findPersonName(tx, personId))
  return { ...medication, shell: false, name, whole: true }
}
