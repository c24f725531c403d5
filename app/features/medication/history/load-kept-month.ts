import { v7 as uuidv7 } from 'uuid'
import { keptOr, type Shell } from '~/offline/kept-or'
import type { Store } from '~/offline/store/store'
import { phoneNow } from '~/offline/this-phone'
import { warmShells } from '~/offline/warm-shells'
import { readFacts } from '../facts/kept-facts'
import { keepMedication } from '../facts/load-kept-medication'
import { monthPath, monthToShow, type MonthPage } from './month-page'
import { daysOfMonth } from '../schedule/care-date'

/** The month as the phone knows it; null when it keeps nothing, or there is no such month. */
export async function readMonth(
  store: Store,
  asked: string | undefined,
): Promise<MonthPage | null> {
  const now = phoneNow().getTime()
  const today = Math.floor(now / 86_400_000)
  const near = await readFacts(store, { from: today, to: today })
  const month = near && monthToShow(asked, { facts: near.facts, now })
  if (!month) return null
  const { from, to } = daysOfMonth(month)
  const kept = await readFacts(store, { from, to })
  if (!kept) return null
  const { facts, consent, writers = {}, syncedTo } = kept
  const more = { shell: false as const, month, whole: syncedTo > 0, commandId: uuidv7() }
  return { personId: store.personId, consent, facts, writers, now, ...more }
}

/** `clientLoader` of a month and of its days. @param paths documents to keep besides the month's own */
export function loadKeptMonth<Page extends MonthPage>(
  serverLoader: () => Promise<Page | Shell>,
  asked: string | undefined,
  extend: (page: MonthPage) => Page | null,
  paths: string[] = [],
) {
  return keptOr<Page>(serverLoader, {
    fromStore: async (store) => {
      const page = await readMonth(store, asked)
      return page && extend(page)
    },
    keep: async (store, page, askedMs) => {
      await keepMedication(store, page, askedMs)
      await warmShells([monthPath(page.month), ...paths])
    },
  })
}
