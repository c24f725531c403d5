import { sql } from 'kysely'
import type { RequestContext } from '~/platform/context.server'
import type { Tx } from '~/platform/database/database.server'
import { newLearning, type Learning } from './learning'

/** The viewer's learning, or that of somebody who begins when there is no viewer. */
export async function getLearning(context: RequestContext): Promise<Learning> {
  const viewer = context.session.viewer
  if (!viewer) return newLearning
  return context.cache.getOrMake('learning', viewer.personId, () =>
    context.asViewer((tx) => readLearning(tx, viewer.personId)),
  )
}

/** After a deed of this person: what was kept about their learning is out of date. */
export function forgetLearning(context: Pick<RequestContext, 'cache'>, personId: string) {
  return context.cache.forget('learning', personId)
}

async function readLearning(tx: Tx, personId: string): Promise<Learning> {
  const { rows } = await sql<Learning>`
    select
      person.display_name as "name",
      person.time_zone as "timeZone",
      person.track as "track",
      coalesce((
        select json_object_agg(card_id, completed_on)
        from gyeote.card_completions where person_id = ${personId}
      ), '{}') as "completed",
      coalesce((
        select json_object_agg(card_id, json_build_object('answer', answer, 'correct', correct, 'on', answered_on))
        from (
          select distinct on (card_id) card_id, answer, correct, answered_on
          from gyeote.quiz_answers where person_id = ${personId}
          order by card_id, occurred_at desc, id desc
        ) newest
      ), '{}') as "lastAnswers",
      coalesce((select sum(points)::int from gyeote.points_ledger where person_id = ${personId}), 0) as "points",
      (select count(*)::int from gyeote.days_together where person_id = ${personId}) as "daysTogether",
      (select max(day) from gyeote.days_together where person_id = ${personId}) as "lastDay"
    from gyeote.people person where person.id = ${personId}`.execute(tx)
  return rows[0] ?? newLearning
}
