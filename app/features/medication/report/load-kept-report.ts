import { keptOr, type Shell } from '~/offline/kept-or'
import { isSynced } from '../facts/kept-facts'
import { keepMedication, readMedication } from '../facts/load-kept-medication'
import { keptName, reportWanted, type ReportPage } from './report-page'

/** `clientLoader` of the report. */
export function loadKeptReport(serverLoader: () => Promise<ReportPage | Shell>) {
  return keptOr<ReportPage>(serverLoader, {
    fromStore: async (store) => {
      const page = await readMedication(store, reportWanted)
      const { name = null } = (await store.read(keptName)) ?? {}
      return page && { ...page, shell: false, name, whole: await isSynced(store) }
    },
    keep: async (store, page, askedMs) => {
      await store.keep(keptName, { name: page.name })
      await keepMedication(store, page, askedMs)
    },
  })
}
