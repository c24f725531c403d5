import { sql } from 'kysely'
import { listFacts } from '~/features/medication/facts/list-facts.server'
import { familyStateOf } from '~/features/medication/schedule/family-state'
import { dayOfGroup } from '~/features/medication/schedule/keys'
import { momentOf } from '~/features/medication/schedule/moment'
import { lastReached, timeOfGroup } from '~/features/reminders/ladder/ladder-words'
import { findSilence } from '~/features/reminders/ladder/waits'
import { formatPhone } from '~/platform/accounts/phone'
import type { Tx } from '~/platform/database/database.server'
import { listReach } from '../list-reach.server'

/** A silence the viewer was told of and that goes on. */
export interface OpenCall {
  stepId: string
  /** As the senior called themselves; null while they have not. */
  name: string | null
  phone: { shown: string; dialled: string } | null
  /** `오전 8시 약` */
  time: string
  state: 'no_answer' | 'not_reached'
  sentence: string
  /** Who looks after it: the viewer, or the name of another; null while nobody does. */
  takenOn: 'viewer' | { name: string } | null
}

interface StepRow {
  id: string
  person_id: string
  about: string
  link_id: string
  course_ids: string[]
  senior_name: string | null
  senior_phone: string | null
  how: 'stopped' | 'taken_on' | null
  taken_by: string | null
  taken_name: string | null
}

/** What asks the viewer for a call, the newest first. Empty once an answer, a pause or the senior's word ended it. */
export async function listCalls(tx: Tx, viewerId: string, at: Date): Promise<OpenCall[]> {
  const { rows } = await sql<StepRow>`
    select step.id, step.person_id, step.about, step.link_id, step.course_ids, link.senior_name,
      link.senior_phone, ended.how, ended.link_id as taken_by, ended.name as taken_name
    from gyeote.ladder_steps step
    join gyeote.family_links link on link.id = step.link_id and link.relative_id = ${viewerId}
    left join gyeote.ladder_ends ended
      on ended.person_id = step.person_id and ended.about = step.about
    where step.opened_at > ${at}::timestamptz - interval '1 day' and ended.how is distinct from 'stopped'
    order by step.opened_at desc`.execute(tx)
  const calls: OpenCall[] = []
  for (const row of rows) {
    const day = dayOfGroup(row.about)
    const known = await listFacts(tx, row.person_id, { from: day, to: day + 1 })
    const facts = { ...known, reach: await listReach(tx, row.person_id) }
    const now = momentOf(facts, at.getTime())
    const silence = findSilence(facts, { about: row.about, courseIds: row.course_ids }, now)
    const [dose] = silence?.doses ?? []
    if (!silence || !dose) continue
    const state = familyStateOf(dose, facts, now)
    const isSilent = state.state !== 'not_reached'
    calls.push({
      stepId: row.id,
      name: row.senior_name,
      phone: row.senior_phone
        ? { shown: formatPhone(row.senior_phone), dialled: row.senior_phone }
        : null,
      time: timeOfGroup(silence.group),
      state: isSilent ? 'no_answer' : 'not_reached',
      sentence: isSilent
        ? '아직 답이 없어요. 전화해 보시겠어요?'
        : `휴대폰과 연결이 안 돼 확인이 안 돼요. ${lastReached(state.lastReachedAt, now)}`,
      takenOn: takenOn(row),
    })
  }
  return calls
}

function takenOn({ how, taken_by, taken_name, link_id }: StepRow): OpenCall['takenOn'] {
  if (how === null) return null
  return taken_by === link_id ? 'viewer' : { name: taken_name ?? '가족' }
}
