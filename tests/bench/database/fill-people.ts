import type { Client } from 'pg'
import { forOneMonth } from './fill-medicines'

/** Enough cards that everybody has new ones left after `daysOfLearning`. */
const cards = 120

/**
 * People with accounts, devices, consents and every other one with a daughter among the rest, and made-up cards. Table
 * `bench.people` says who is who: number `n` has the phone number of `phoneOf(n)`.
 */
export async function fillPeople(owner: Client, people: number): Promise<void> {
  await owner.query(`
    create schema bench;
    create table bench.people as
      select n, gen_random_uuid() as id, gen_random_uuid() as device_id, ${isAnonymousSql} as anonymous
      from generate_series(1, ${people}) as n;
    alter table bench.people add primary key (n);

    insert into gyeote.people (id, display_name, anonymous, last_active_on)
      select id, '사람 ' || n, anonymous, current_date - n % 30 from bench.people order by random();
    insert into auth.users (id, is_anonymous, phone, phone_confirmed_at, created_at, updated_at)
      select id, anonymous, case when not anonymous then '8210' || 10000000 + n end,
        case when not anonymous then now() end, now(), now()
      from bench.people order by random();
    insert into auth.sessions (id, user_id, refreshed_at, created_at)
      select device_id, id, now(), now() from bench.people order by random();
    insert into gyeote.devices (session_id, person_id, label)
      select case which when 1 then device_id else gen_random_uuid() end, id, '삼성 갤럭시 · 크롬'
      from bench.people, generate_series(1, 3) as which order by random();
    insert into gyeote.audit_subjects (person_id) select id from bench.people order by random();
    insert into gyeote.adoptions (adopted_id, person_id)
      select gen_random_uuid(), id from bench.people order by random() limit ${people / 2};

    insert into gyeote.family_links (senior_id, relative_id, relation, status)
      select senior.id, daughter.id, '딸', case senior.n % 10 when 1 then 'ended' else 'active' end
      from bench.people senior join bench.people daughter on daughter.n = senior.n + 1
      where senior.n % 2 = 1 order by random();
    insert into gyeote.consents (person_id, link_id, kind, given, text_version)
      select senior_id, id, kind, true, '2026-11'
      from gyeote.family_links, unnest(array['cards', 'med']) as kind order by random();
    insert into gyeote.consents (person_id, kind, given, text_version)
      select id, 'health_data', true, '2026-11' from bench.people order by random();

    insert into gyeote.cards (id, track, position, points, content)
      select 'card-' || n, 'smartphone-basics', n, 10, jsonb_build_object(
        'id', 'card-' || n, 'track', 'smartphone-basics', 'order', n, 'title', '카드 ' || n,
        'minutes', 3, 'points', 10, 'level', 1, 'why', jsonb_build_array(repeat('가나다라 ', 300)),
        'quiz', '{"answers": [{"text": "네", "correct": true}, {"text": "아니요", "correct": false}]}'::jsonb)
      from generate_series(1, ${cards}) as n`)
}

/** Every fourth has no number, but none of those with a history of their own. */
export const isAnonymous = (n: number) => n % 4 === 0 && n > forOneMonth.to
const isAnonymousSql = `n % 4 = 0 and n > ${forOneMonth.to}`

export const phoneOf = (n: number) => `+8210${10_000_000 + n}`
