import type { RequestContext } from '~/platform/context.server'
import { findVersion } from '../find-version.server'
import { noteLooks } from '../presence/note-looks.server'
import { findWeekly, type WeeklyChoice } from './choose-weekly.server'
import { loadWeek, type SeniorWeek } from './load-week.server'
import { weekInWords } from './week'

export interface WeekPage {
  /** `11월 23일부터 11월 29일까지` */
  days: string
  seniors: SeniorWeek[]
  choice: WeeklyChoice
  canMail: boolean
  version: string
}

/** The last week of everybody who shows it to the viewer, and how the viewer gets it. */
export async function loadWeekPage(context: RequestContext, personId: string): Promise<WeekPage> {
  const now = context.clock.now()
  const page = await context.asViewer(async (tx) => {
    const version = await findVersion(tx)
    const { week, seniors } = await loadWeek(tx, personId, now)
    const choice = await findWeekly(tx, personId, now)
    return { days: weekInWords(week), seniors, choice, canMail: context.mails.canSend, version }
  })
  noteLooks(
    context,
    page.seniors.map(({ linkId }) => linkId),
  )
  return page
}
