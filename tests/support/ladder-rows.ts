import type { OwnerSession } from '~/platform/database/owner-session.server'
import { addReminded } from './reminder-rows'
import type { TestPhone } from './push-server'

/**
 * Seniors who were asked three times and warned, each with one relative who is to be told at `at`: as `addReminded`
 * makes them, the relatives without doses of their own.
 * @param today care date, in days since 1970-01-01
 */
export async function addSilent(
  owner: Pick<OwnerSession, 'query'>,
  pairs: readonly { senior: TestPhone; relative: TestPhone }[],
  { today, at }: { today: number; at: Date },
): Promise<void> {
  const seniors = pairs.map(({ senior }) => senior)
  const relatives = pairs.map(({ relative }) => relative)
  const begun = { today, minute: 480 }
  await addReminded(owner, seniors, { ...begun, nextAt: at })
  await addReminded(owner, relatives, { ...begun, nextAt: new Date(at.getTime() + 1e9) })
  await owner.query(
    `create temporary table silent as
       select gen_random_uuid() as link_id, senior.person_id as senior_id, senior.id as device_id,
         relative.person_id as relative_id, course.id as course_id
       from unnest($1::text[], $2::text[]) as pair (senior, relative)
       join gyeote.push_devices senior on senior.endpoint = pair.senior
       join gyeote.push_devices relative on relative.endpoint = pair.relative
       join gyeote.courses course on course.person_id = senior.person_id`,
    [seniors.map(({ endpoint }) => endpoint), relatives.map(({ endpoint }) => endpoint)],
  )
  const [day, moment] = [String(today), at.toISOString()]
  const sent = (about: string, step: number, minutesBefore: number) =>
    `reminder_sends (person_id, device_id, about, step, due_at, state, tries, sent_at)
       select senior_id, device_id, '${day}|${about}|morning', ${step}, at, 'sent', 1, at
       from silent, (values (timestamptz '${moment}' - interval '${minutesBefore} minutes')) as sent (at)`
  const rows = [
    `family_links (id, senior_id, relative_id, relation, status)
       select link_id, senior_id, relative_id, '딸', 'active' from silent`,
    `consents (person_id, link_id, kind, given, text_version)
       select senior_id, link_id, 'med_today', true, '1' from silent`,
    `ladder_choices (person_id, given, text_version, after_minutes, quiet_from, quiet_to, course_ids,
         link_ids, chosen_at)
       select senior_id, true, '1', 60, 1320, 420, array[course_id], array[link_id],
         timestamptz '${moment}' - interval '1 day' from silent`,
    `reminder_settings (person_id, doses, repeats, every_minutes, names_medicines, changed_at)
       select relative_id, false, 2, 10, false, now() from silent`,
    sent('dose', 0, 60),
    sent('dose', 1, 50),
    sent('dose', 2, 40),
    sent('warn', 0, 30),
  ]
  for (const row of rows) await owner.query(`insert into gyeote.${row}`)
  // What was written down just now has woken everybody.
  await owner.query(
    `update gyeote.reminder_plans set woken = false, next_at =
       case when person_id in (select senior_id from silent) then timestamptz '${moment}' end`,
  )
  await owner.query('drop table silent')
}
