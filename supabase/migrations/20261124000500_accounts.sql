-- Arriving, adoption of an anonymous account, and erasure. The auth server keeps its own users, so
-- removing somebody takes two steps; `erasures` remembers the second until it is done.

-- Numbers are handed on: who signs in with one whose account was silent for long is first asked whether
-- the name is theirs. A session whose question is 'open' or 'no' has no viewer; see docs/decisions/0007.
alter table gyeote.devices
  add column number_question text check (number_question in ('open', 'yes', 'no')),
  -- Until then what is sensitive stays hidden here, since "yes" alone proves little.
  add column held_until timestamptz;

create table gyeote.erasures (
  person_id uuid primary key,
  removed_at timestamptz not null default now(),
  -- Set when a run begins to delete the auth user.
  claimed_at timestamptz
);
alter table gyeote.erasures enable row level security;

-- Half of the proof that the same browser held both sessions: see `adopt_anonymous`.
create table gyeote.adoption_offers (
  anonymous_id uuid primary key references gyeote.people on delete cascade,
  proof_hash bytea not null,
  expires_at timestamptz not null
);
alter table gyeote.adoption_offers enable row level security;

-- The rows of whoever the verified token names, and of this device. `today` is the date where the
-- person lives. Called once when a session begins, never by a page that is only read. True when the
-- device is new to an account that was silent for sixty days: then nothing else changes until an answer.
create function gyeote.arrive(label text, today date) returns boolean
  language plpgsql security definer set search_path = '' as $$
declare
  viewer uuid := auth.uid();
  session uuid := (auth.jwt() ->> 'session_id')::uuid;
  last_contact date; asked boolean;
begin
  -- Who comes back before the auth user is deleted begins anew, but not in the middle of a run.
  delete from gyeote.erasures
  where person_id = viewer and (claimed_at is null or claimed_at < now() - interval '10 minutes');
  if exists (select from gyeote.erasures where person_id = viewer) then
    raise exception 'this account is being erased' using errcode = '55006';
  end if;
  select last_active_on into last_contact from gyeote.people
  where id = viewer and not anonymous and not is_demo for update;
  perform gyeote.ensure_person();
  asked := coalesce(last_contact <= today - 60, false)
    and not exists (select from gyeote.devices where session_id = session and person_id = viewer
      and number_question is distinct from 'open' and number_question is distinct from 'no');
  insert into gyeote.devices
    (session_id, person_id, label, last_seen_on, number_question, held_until)
  values (session, viewer, arrive.label, today, case when asked then 'open' end,
    -- Signing out and in again does not end the wait.
    (select max(held_until) from gyeote.devices where person_id = viewer))
  on conflict (session_id) do nothing;
  if not asked then
    update gyeote.people set last_active_on = greatest(last_active_on, today) where id = viewer;
  end if;
  return asked;
end $$;

-- What was answered on this device; the answers of all devices of a person wait for each other.
create function gyeote.lock_question() returns text
  language plpgsql security definer set search_path = '' as $$
begin
  perform from gyeote.people where id = auth.uid() for update;
  return (select number_question from gyeote.devices where person_id = auth.uid()
    and session_id = (auth.jwt() ->> 'session_id')::uuid and signed_out_at is null);
end $$;

-- "Yes, that is me." False when there is no question, or somebody answered "no" before.
create function gyeote.confirm_number(until timestamptz, today date) returns boolean
  language plpgsql security definer set search_path = '' as $$
declare
  session uuid := (auth.jwt() ->> 'session_id')::uuid;
  question text := gyeote.lock_question();
begin
  if question = 'open' then
    update gyeote.devices set number_question = 'yes', held_until = until, last_seen_on = today
    where session_id = session;
    update gyeote.people set last_active_on = greatest(last_active_on, today) where id = auth.uid();
    perform gyeote.record_event('number_confirmed', '{}');
  end if;
  return coalesce(question in ('open', 'yes'), false);
end $$;

-- "No": whoever came by this number lately, or is being asked just now, is let in no longer.
create function gyeote.decline_number() returns boolean
  language plpgsql security definer set search_path = '' as $$
declare
  session uuid := (auth.jwt() ->> 'session_id')::uuid;
  question text := gyeote.lock_question();
begin
  if question = 'open' then
    update gyeote.devices set number_question = 'no' where session_id = session;
    update gyeote.devices set signed_out_at = now()
    where person_id = auth.uid() and signed_out_at is null and session_id <> session
      and (number_question = 'open' or held_until > now());
    perform gyeote.record_event('number_declined', '{}');
  end if;
  return coalesce(question in ('open', 'no'), false);
end $$;

-- For policies of sensitive tables: this session still waits.
create function gyeote.is_held() returns boolean
  language sql stable security definer set search_path = '' as $$
  select exists (select from gyeote.devices where person_id = auth.uid()
    and session_id = (auth.jwt() ->> 'session_id')::uuid and held_until > now())
$$;

-- Whether this session still counts: 'ended' when it was signed out elsewhere, 'gone' when the person
-- was removed, 'asked' while its question has no "yes". Notes the day, at most once a day.
create function gyeote.check_session(today date, out state text, out held_until timestamptz)
  language plpgsql security definer set search_path = '' as $$
declare
  ended timestamptz; question text;
begin
  select device.signed_out_at, device.number_question, device.held_until
  into ended, question, check_session.held_until
  from gyeote.people person
  left join gyeote.devices device
    on device.session_id = (auth.jwt() ->> 'session_id')::uuid and device.person_id = person.id
  where person.id = auth.uid();
  state := case when not found then 'gone' when ended is not null then 'ended'
    when question in ('open', 'no') then 'asked' else 'current' end;
  if state <> 'current' then
    return;
  end if;
  update gyeote.people set last_active_on = today where id = auth.uid() and last_active_on < today;
  update gyeote.devices set last_seen_on = today
  where session_id = (auth.jwt() ->> 'session_id')::uuid and person_id = auth.uid()
    and last_seen_on < today;
end $$;

-- Step one, with the rights of the anonymous session: a secret that is good once, for two minutes.
create function gyeote.offer_adoption() returns text
  language plpgsql security definer set search_path = '' as $$
declare
  proof text := gen_random_uuid()::text || gen_random_uuid()::text;
begin
  if not coalesce((auth.jwt() ->> 'is_anonymous')::boolean, false)
    or not exists (select from gyeote.people where id = auth.uid() and anonymous and not is_demo) then
    raise exception 'only an anonymous account can be adopted' using errcode = '42501';
  end if;
  insert into gyeote.adoption_offers (anonymous_id, proof_hash, expires_at)
  values (auth.uid(), sha256(proof::bytea), now() + interval '2 minutes')
  on conflict (anonymous_id) do update
    set proof_hash = excluded.proof_hash, expires_at = excluded.expires_at;
  return proof;
end $$;

-- Step two, with the rights of the account that stays: everything the anonymous account has becomes this
-- person's. Nothing is lost and nothing counts twice: where both have a row, the earlier one stays.
create function gyeote.adopt_anonymous(anon_id uuid, proof text) returns void
  language plpgsql security definer set search_path = '' as $$
declare
  viewer uuid := auth.uid();
begin
  delete from gyeote.adoption_offers
  where anonymous_id = anon_id and proof_hash = sha256(proof::bytea) and expires_at > now();
  if not found or anon_id = viewer then
    raise exception 'the proof does not fit' using errcode = '42501';
  end if;
  perform from gyeote.people where id in (anon_id, viewer) order by id for update;
  if not exists (select from gyeote.people where id = viewer and not anonymous and not is_demo) then
    raise exception 'only an account with a number adopts' using errcode = '42501';
  end if;

  insert into gyeote.card_completions (person_id, card_id, completed_on, occurred_at, received_at)
  select viewer, card_id, completed_on, occurred_at, received_at
  from gyeote.card_completions where person_id = anon_id
  on conflict (person_id, card_id) do update
    set completed_on = excluded.completed_on, occurred_at = excluded.occurred_at,
        received_at = excluded.received_at
    where excluded.occurred_at < gyeote.card_completions.occurred_at;
  insert into gyeote.quiz_answers
  select viewer, id, card_id, answer, correct, answered_on, occurred_at
  from gyeote.quiz_answers where person_id = anon_id on conflict do nothing;
  insert into gyeote.points_ledger (person_id, reason, subject, points, created_at)
  select viewer, reason, subject, points, created_at
  from gyeote.points_ledger where person_id = anon_id on conflict do nothing;
  insert into gyeote.days_together (person_id, day)
  select viewer, day from gyeote.days_together where person_id = anon_id on conflict do nothing;
  insert into gyeote.card_views (person_id, card_id, day)
  select viewer, card_id, day from gyeote.card_views where person_id = anon_id
  on conflict do nothing;
  insert into gyeote.applied_commands (person_id, command_id, type, outcome, applied_at)
  select viewer, command_id, type, outcome, applied_at
  from gyeote.applied_commands where person_id = anon_id on conflict do nothing;

  perform gyeote.adopt_medication(anon_id, viewer);
  update gyeote.family_links link set senior_id = viewer
  where senior_id = anon_id and relative_id <> viewer and not exists (
    select from gyeote.family_links other where other.senior_id = viewer
      and other.relative_id = link.relative_id and other.status <> 'ended' and link.status <> 'ended');
  update gyeote.family_links link set relative_id = viewer
  where relative_id = anon_id and senior_id <> viewer and not exists (
    select from gyeote.family_links other where other.relative_id = viewer
      and other.senior_id = link.senior_id and other.status <> 'ended' and link.status <> 'ended');
  update gyeote.consents consent set person_id = viewer
  where person_id = anon_id and (link_id is null
    or link_id in (select id from gyeote.family_links where senior_id = viewer));

  update gyeote.people person
  set display_name = coalesce(person.display_name, anon.display_name),
      created_at = least(person.created_at, anon.created_at),
      last_active_on = greatest(person.last_active_on, anon.last_active_on)
  from gyeote.people anon where person.id = viewer and anon.id = anon_id;

  insert into gyeote.adoptions (adopted_id, person_id) values (anon_id, viewer);
  -- The trail itself is never rewritten; this entry says which earlier subject was the same person.
  perform gyeote.record_event('account_adopted', jsonb_build_object('adopted_subject',
    (select subject_id from gyeote.audit_subjects where person_id = anon_id)));
  delete from gyeote.people where id = anon_id;
  insert into gyeote.erasures (person_id) values (anon_id) on conflict do nothing;
end $$;

-- Removes, with everything that belongs to them, the people whose seven days are over by `at`.
create function gyeote.remove_deleted_accounts(at timestamptz) returns setof uuid
  language sql security definer set search_path = '' as $$
  with removed as (
    delete from gyeote.people where id in (
      select id from gyeote.people
      where deletion_requested_at <= at - interval '7 days' and not is_demo
      order by deletion_requested_at limit 500)
    returning id
  )
  insert into gyeote.erasures (person_id) select id from removed
  on conflict (person_id) do update set claimed_at = null
  returning person_id
$$;

-- Removes anonymous people: those who never did anything after 7 idle days, the others after 400.
create function gyeote.remove_abandoned_accounts(today date) returns setof uuid
  language sql security definer set search_path = '' as $$
  with removed as (
    delete from gyeote.people where id in (
      select id from gyeote.people person
      where anonymous and not is_demo and last_active_on <= today - 7
        and (last_active_on <= today - 400 or not (
          exists (select from gyeote.card_completions where person_id = person.id)
          or exists (select from gyeote.quiz_answers where person_id = person.id)
          or exists (select from gyeote.points_ledger where person_id = person.id)
          or exists (select from gyeote.days_together where person_id = person.id)
          or exists (select from gyeote.applied_commands where person_id = person.id)
          or exists (select from gyeote.consents where person_id = person.id)
          or exists (select from gyeote.family_links
                     where person.id in (senior_id, relative_id))))
      order by last_active_on limit 500)
    returning id
  )
  insert into gyeote.erasures (person_id) select id from removed
  on conflict (person_id) do update set claimed_at = null
  returning person_id
$$;

-- Ids whose auth user is still to be deleted; claimed ones come again until `finish_erasure`.
create function gyeote.claim_erasures(most int) returns setof uuid
  language sql security definer set search_path = '' as $$
  update gyeote.erasures set claimed_at = now()
  where person_id in (select person_id from gyeote.erasures order by removed_at limit most)
  returning person_id
$$;

create function gyeote.finish_erasure(person uuid) returns void
  language sql security definer set search_path = '' as $$
  delete from gyeote.erasures where person_id = person
$$;

-- Auth users without a person, of whom nothing is kept: to be erased.
create function gyeote.note_strangers(users uuid[]) returns setof uuid
  language sql security definer set search_path = '' as $$
  insert into gyeote.erasures (person_id) select id from unnest(users) as each (id)
  where not exists (select from gyeote.people where people.id = each.id)
  on conflict do nothing returning person_id
$$;

-- `stays`: has to have an auth user.
create function gyeote.list_people_after(previous uuid, most int)
  returns table (id uuid, stays boolean)
  language sql stable security definer set search_path = '' as $$
  select person.id, not is_demo and deletion_requested_at is null from gyeote.people person
  where person.id > previous order by person.id limit most
$$;

-- Somebody who can never sign in again gets the same seven days as who asked to be removed.
create function gyeote.begin_removal(person uuid, at timestamptz) returns void
  language sql security definer set search_path = '' as $$
  update gyeote.people set deletion_requested_at = at
  where id = person and not is_demo and deletion_requested_at is null
$$;

revoke execute on all functions in schema gyeote from public;
grant execute on function gyeote.arrive(text, date), gyeote.check_session(date),
  gyeote.confirm_number(timestamptz, date), gyeote.decline_number(), gyeote.is_held(),
  gyeote.offer_adoption(), gyeote.adopt_anonymous(uuid, text) to authenticated;
grant execute on function gyeote.remove_deleted_accounts(timestamptz),
  gyeote.remove_abandoned_accounts(date), gyeote.claim_erasures(int), gyeote.finish_erasure(uuid),
  gyeote.note_strangers(uuid[]), gyeote.list_people_after(uuid, int),
  gyeote.begin_removal(uuid, timestamptz)
  to app;
