import type { OwnerSession } from '~/platform/database/owner-session.server'
import { keptMedicationRow, medicationTables } from './medication-rows'

/** A row of every table about a person that the tests of accounts do not fill by what they do. */
export async function keepSomethingOfEach(
  owner: Pick<OwnerSession, 'query'>,
  personId: string,
  relativeId: string,
): Promise<void> {
  const rows = [
    `consents (person_id, kind, given, text_version) select person, 'health_data', false, '1'`,
    `scam_checks (person_id, id, at, kind, level, reasons, message)
     select person, gen_random_uuid(), now(), 'message', 'danger', '[]', '돈을 보내세요'`,
    `phone_endings (person_id, ended_as, by_name, phones, ended_at)
     select person, 'family', '이름', 1, now()`,
    `scam_alerts (person_id, id, at, kind, reasons)
     select person, gen_random_uuid(), now(), 'message', '{asks_money}'`,
    `scam_alerts_told (person_id, alert_id, link_id, relative_id, pushed)
     select person, (select id from gyeote.scam_alerts where person_id = person limit 1),
       (select id from gyeote.family_links where relative_id = person and senior_id = relative),
       person, true`,
    `family_blocks (senior_id, relative_id, relative_name) select person, relative, '이름'`,
    `family_requests (relative_id, relative_name, relative_phone, to_hash, to_end)
     select person, '이름', '+821012345678', sha256('number'), '0000'`,
    `device_reach (person_id, session_id) select person, relative`,
    `family_fine (person_id, day, said_at) select person, current_date, now()`,
    `family_presence (person_id, day) select person, gyeote.care_date()`,
    `family_links (senior_id, relative_id, relation, status)
     select person, relative, '딸', 'active'`,
    `family_looks (link_id, day)
     select (select id from gyeote.family_links where senior_id = person), current_date`,
    `family_weekly (person_id, way, email) select person, 'email', 'someone@example.com'`,
    `family_words (link_id, day, words)
     select (select id from gyeote.family_links where relative_id = person and senior_id = relative),
       current_date, '잘 지내세요'`,
    `ladder_choices (person_id, given, text_version, after_minutes, quiet_from, quiet_to, course_ids,
       link_ids, chosen_at) select person, false, '1', 60, 1320, 420, '{}', '{}', now()`,
    `ladder_steps (person_id, about, link_id, course_ids, opened_at)
     select person, '20781|morning',
       (select id from gyeote.family_links where relative_id = person and senior_id = relative), '{}', now()`,
    `ladder_ends (person_id, about, how, at) select person, '20781|morning', 'stopped', now()`,
    `reminder_settings (person_id, doses, repeats, every_minutes, names_medicines, changed_at)
     select person, true, 2, 10, false, now()`,
    `reminder_plans (person_id) select person`,
    `reminder_sends (person_id, about, step, due_at, state)
     select person, '20781|card', 0, now(), 'too_late'`,
    `push_devices (person_id, session_id, endpoint, endpoint_hash, p256dh, auth, subscribed_at)
     select person, (select session_id from gyeote.devices where person_id = person limit 1),
       'https://fcm.googleapis.com/wp/' || person, sha256(person::text::bytea), repeat('p', 87),
       repeat('a', 22), now()`,
  ]
  for (const row of rows)
    await owner.query(
      `insert into gyeote.${row} from (values ($1::uuid, $2::uuid)) as given (person, relative)`,
      [personId, relativeId],
    )
  for (const table of medicationTables) {
    const row = keptMedicationRow(table, personId)
    const places = Object.keys(row).map((_, index) => `$${index + 1}`)
    const columns = Object.keys(row).map((column) => `"${column}"`)
    await owner.query(
      `insert into gyeote.${table} (${columns.join()}) values (${places.join()})`,
      Object.values(row),
    )
  }
}
