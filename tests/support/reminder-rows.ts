import type { OwnerSession } from '~/platform/database/owner-session.server'
import type { TestPhone } from './push-server'

/**
 * People with a pouch every morning and a phone that is reminded, made in a few statements. They are looked
 * at first at `nextAt`.
 * @param today care date, in days since 1970-01-01, from which on they take it
 */
export async function addReminded(
  owner: Pick<OwnerSession, 'query'>,
  phones: readonly Pick<TestPhone, 'endpoint' | 'keys'>[],
  { today, minute, nextAt }: { today: number; minute: number; nextAt: Date | '-infinity' },
): Promise<void> {
  const given = JSON.stringify(phones.map(({ endpoint, keys }) => ({ endpoint, ...keys })))
  await owner.query(
    `create temporary table new_reminded as
       select gen_random_uuid() as id, gen_random_uuid() as session_id, gen_random_uuid() as course_id,
         phone ->> 'endpoint' as endpoint, phone ->> 'p256dh' as p256dh, phone ->> 'auth' as auth
       from jsonb_array_elements($1::jsonb) phone`,
    [given],
  )
  const fact = `person_id, id, by_id, at`
  const rows = [
    `people (id) select id`,
    `devices (session_id, person_id, label) select session_id, id, '안드로이드 · 크롬'`,
    `consents (person_id, kind, given, text_version) select id, 'health_data', true, '2026-11'`,
    `courses (${fact}, kind, label, tracked_from, ends_with_pack)
       select id, course_id, id, now(), 'pouch', '아침 약', ${today * 1440}, false`,
    `course_versions (${fact}, course_id, from_on, rule, slots, unit)
       select id, gen_random_uuid(), id, now(), course_id, ${today}, '{"kind": "daily"}',
         '[{"slotId": "morning", "amount": 1000}]', '포'`,
    `slot_hours (${fact}, slot_id, from_on, minute)
       select id, gen_random_uuid(), id, now(), 'morning', ${today}, ${minute}`,
    `push_devices
         (person_id, session_id, endpoint, endpoint_hash, p256dh, auth, subscribed_at)
       select id, session_id, endpoint, sha256(convert_to(endpoint, 'UTF8')), p256dh, auth,
         timestamptz '2026-01-01'`,
    `reminder_plans (person_id, next_at)
       select id, '${nextAt === '-infinity' ? nextAt : nextAt.toISOString()}'`,
  ]
  for (const row of rows) await owner.query(`insert into gyeote.${row} from new_reminded`)
  await owner.query('drop table new_reminded')
}
