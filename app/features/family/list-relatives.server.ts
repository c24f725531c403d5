import { sql } from 'kysely'
import { formatPhone } from '~/platform/accounts/phone'
import type { Tx } from '~/platform/database/database.server'
import { sharedKinds, withWhatTheyOpen, type SharedKind } from './shared-kinds'

/** Somebody who is linked as family of the senior. */
export interface LinkedRelative {
  linkId: string
  name: string
  phone: string | null
  relation: string
  /** What they see today. */
  kinds: SharedKind[]
  /** What the senior last said they may see, also once its half year is over: what is asked about again. */
  lastGiven: SharedKind[]
  sideBySide: boolean
  /** Since or from when they may change medicines, ms since 1970; null for who only looks. */
  helpsFrom: number | null
  /** Half a year is nearly or quite over: to be asked again. */
  askAgain: boolean
  /** Linked for less than 30 days, as long as looks are kept. */
  isNew: boolean
}

/** Asked again from so long before the end of the half year that the database keeps. */
const askedAgainAfter = sql`interval '6 months' - interval '14 days'`

/** The family of this person, the first linked first. Only they themselves may read their consents. */
export async function listRelatives(tx: Tx, personId: string): Promise<LinkedRelative[]> {
  const { rows } = await sql<{
    id: string
    relation: string
    name: string | null
    phone: string | null
    shown: string[]
    given: string[]
    old: boolean
    side_by_side: boolean
    helps_from: Date | string | null
    is_new: boolean
  }>`
    select link.id, link.relation, link.relative_name as name, link.relative_phone as phone,
      coalesce(newest.shown, '{}') as shown, coalesce(newest.given, '{}') as given,
      coalesce(newest.old, false) as old,
      link.side_by_side, link.helps_from, link.created_at > now() - interval '30 days' as is_new
    from gyeote.family_links link
    left join lateral (
      select array_agg(said.kind) filter (where said.given and said.at > now() - interval '6 months')
          as shown,
        array_agg(said.kind) filter (where said.given) as given,
        bool_or(said.given and said.at < now() - (${askedAgainAfter})) as old
      from (
        select distinct on (kind) kind, given, created_at as at from gyeote.consents
        where link_id = link.id and person_id = ${personId} order by kind, number desc
      ) said
    ) newest on true
    where link.senior_id = ${personId} and link.status = 'active'
    order by link.created_at`.execute(tx)
  return rows.map(({ id, relation, name, phone, shown, given, old, ...help }) => ({
    linkId: id,
    name: name ?? '이름 없는 분',
    phone: phone && formatPhone(phone),
    relation,
    kinds: kindsAmong(shown),
    lastGiven: kindsAmong(given),
    sideBySide: help.side_by_side,
    helpsFrom: help.helps_from === null ? null : new Date(help.helps_from).getTime(),
    askAgain: old,
    isNew: help.is_new,
  }))
}

const kindsAmong = (written: readonly string[]): SharedKind[] =>
  withWhatTheyOpen(sharedKinds.filter((kind) => written.includes(kind)))
