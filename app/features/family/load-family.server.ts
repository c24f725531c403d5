import { listFacts } from '~/features/medication/facts/list-facts.server'
import { epochDay, monthOf } from '~/features/medication/schedule/care-date'
import { momentOf, usualZone } from '~/features/medication/schedule/moment'
import { wallIn } from '~/features/medication/schedule/wall-time'
import { timeInWords } from '~/features/medication/wording'
import { formatPhone } from '~/platform/accounts/phone'
import { dateIn } from '~/platform/clock'
import type { RequestContext } from '~/platform/context.server'
import type { Tx } from '~/platform/database/database.server'
import { hasPushDevice } from './alerts/has-push-device.server'
import { listAlerts, type ShownAlert } from './alerts/list-alerts.server'
import { officesForFamily, type OfficesForFamily } from './alerts/offices-for-family.server'
import { listTrusting } from './end-phones.server'
import { familyDay, type FamilyLine } from './family-day'
import { findHelp } from './helping/find-help.server'
import { instantInWords } from './helping/help-words'
import { findVersion } from './find-version.server'
import { listOwnRequests, type OwnRequest } from './ask-by-number.server'
import { listCalls, type OpenCall } from './ladder/list-calls.server'
import { listReach } from './list-reach.server'
import { listOpened } from './presence/list-opened.server'
import { noteLooks } from './presence/note-looks.server'
import { findWeekly, type WeeklyChoice } from './weekly/choose-weekly.server'
import { visible } from './visible.server'

/** A senior as their family sees them today; what they do not show is null. */
export interface SeniorToday {
  linkId: string
  /** As they called themselves; null while they have not. */
  name: string | null
  phone: { shown: string; dialled: string } | null
  medicines: FamilyLine[] | null
  /** `YYYY-MM`: the present month, where the days before may be seen as well. */
  month: string | null
  finishedCard: boolean | null
  /** That they opened 곁에 today; false also where they do not show it. */
  opened: boolean
  /** They show something, today or another day. */
  shares: boolean
  /** The viewer may change their medicines; `from` in words while the day of waiting lasts. */
  help: { from: string | null } | null
  /** The viewer may end their phones when they have lost them. */
  endsPhones: boolean
  /** That they said all is well today, in a sentence. */
  fine: string | null
  /** What the viewer wrote to them today. */
  sentWord: string | null
  /** They let the viewer be told of dangerous messages. */
  tellsOfDanger: boolean
  alert: ShownAlert | null
}

export interface FamilyPage {
  /** Silences the viewer was told of and that go on: they stand first. */
  calls: OpenCall[]
  seniors: SeniorToday[]
  /** One of the viewer's phones can be told of a danger. */
  rings: boolean
  /** Where to ask, while somebody's alert is shown. */
  offices: OfficesForFamily | null
  requests: OwnRequest[]
  /** Beside the senior, before they have answered. */
  joined: number
  /** How the viewer gets the week of them. */
  weekly: WeeklyChoice
  version: string
}

/**
 * Everyone who lets the viewer see something, today. Computed here, so that the relative's browser is handed
 * sentences and no facts.
 */
export async function loadFamily(context: RequestContext, personId: string): Promise<FamilyPage> {
  const now = context.clock.now()
  const page = await context.asViewer(async (tx) => {
    const version = await findVersion(tx)
    const links = await tx
      .selectFrom('gyeote.family_links')
      .select(['id', 'senior_id', 'senior_name', 'senior_phone'])
      .where('relative_id', '=', personId)
      .where('status', '=', 'active')
      .orderBy('created_at')
      .execute()
    const [med, record, cards, presence, danger] = [
      await visible(tx, 'med_today'),
      await visible(tx, 'med'),
      await visible(tx, 'cards'),
      await visible(tx, 'presence'),
      await visible(tx, 'scam_alert'),
    ]
    const trusting = await listTrusting(tx)
    const opened = await listOpened(tx)
    const fine = await listFine(tx, now)
    const sentWords = await listSentWords(tx, now)
    const alerts = await listAlerts(tx, now)
    const seniors: SeniorToday[] = []
    for (const { id, senior_id, senior_name, senior_phone } of links) {
      const today = med.has(senior_id) ? await medicinesOf(tx, senior_id, now) : null
      seniors.push({
        linkId: id,
        name: senior_name,
        phone: senior_phone ? { shown: formatPhone(senior_phone), dialled: senior_phone } : null,
        medicines: today && today.lines,
        month: today && record.has(senior_id) ? today.month : null,
        help: await helpOf(tx, personId, id, now),
        endsPhones: trusting.has(senior_id),
        finishedCard: cards.has(senior_id) ? await hasFinished(tx, senior_id, now) : null,
        opened: opened.has(senior_id),
        shares: [med, cards, presence, danger].some((whose) => whose.has(senior_id)),
        fine: fine.get(senior_id) ?? null,
        sentWord: sentWords.get(id) ?? null,
        tellsOfDanger: danger.has(senior_id),
        alert: alerts.get(id) ?? null,
      })
    }
    const joined = await tx
      .selectFrom('gyeote.family_invites')
      .select('id')
      .where('relative_id', '=', personId)
      .execute()
    const requests = await listOwnRequests(tx, personId)
    const offices = alerts.size > 0 ? officesForFamily : null
    return {
      calls: await listCalls(tx, personId, now),
      seniors,
      rings: await hasPushDevice(tx),
      offices,
      requests,
      joined: joined.length,
      weekly: await findWeekly(tx, personId, now),
      version,
    }
  })
  noteLooks(
    context,
    page.seniors.filter(showsSomething).map(({ linkId }) => linkId),
  )
  return page
}

const showsSomething = ({ medicines, finishedCard, opened, fine, alert }: SeniorToday) =>
  medicines !== null || finishedCard !== null || opened || fine !== null || alert !== null

async function helpOf(tx: Tx, personId: string, linkId: string, now: Date) {
  const help = await findHelp(tx, personId, linkId)
  if (!help) return null
  return {
    from: help.state === 'waits' ? instantInWords(help.from.getTime(), now.getTime()) : null,
  }
}

async function medicinesOf(tx: Tx, seniorId: string, at: Date) {
  const day = epochDay(dateIn(usualZone, at))
  const facts = await listFacts(tx, seniorId, { from: day - 1, to: day + 2 })
  const reach = await listReach(tx, seniorId)
  const now = momentOf(facts, at.getTime())
  return { lines: familyDay({ ...facts, reach }, now), month: monthOf(now.day) }
}

/** `오늘은 괜찮다고 하셨어요 · 오전 9시`, of whoever said so and may be heard by the viewer. */
async function listFine(tx: Tx, now: Date): Promise<Map<string, string>> {
  const rows = await tx
    .selectFrom('gyeote.family_fine')
    .select(['person_id', 'said_at'])
    .where('day', '=', dateIn(usualZone, now))
    .execute()
  return new Map(
    rows.map(({ person_id, said_at }) => {
      const time = timeInWords(wallIn(usualZone, new Date(said_at).getTime()))
      return [person_id, `오늘은 괜찮다고 하셨어요 · ${time}`]
    }),
  )
}

async function listSentWords(tx: Tx, now: Date): Promise<Map<string, string>> {
  const rows = await tx
    .selectFrom('gyeote.family_words')
    .select(['link_id', 'words'])
    .where('day', '=', dateIn(usualZone, now))
    .execute()
  return new Map(rows.map(({ link_id, words }) => [link_id, words]))
}

async function hasFinished(tx: Tx, seniorId: string, now: Date): Promise<boolean> {
  const found = await tx
    .selectFrom('gyeote.card_completions')
    .select('card_id')
    .where('person_id', '=', seniorId)
    .where('completed_on', '=', dateIn(usualZone, now))
    .limit(1)
    .executeTakeFirst()
  return found !== undefined
}
