-- A session that has only just said whose number it is (docs/decisions/0007) changes nothing that the person relies on, reads
-- nothing from which their health or family could be told, and brings nothing in: what its phone had waits for the week.

-- Who is being removed is reminded no longer, and a name is what the family and the next question know the person by.
create function gyeote.refuse_while_held() returns trigger
  language plpgsql security definer set search_path = '' as $$
begin
  if auth.uid() = new.id and gyeote.is_held() then
    raise exception 'this session may not change that yet' using errcode = '42501';
  end if;
  return new;
end $$;
create trigger refuse_while_held before update of display_name, deletion_requested_at on gyeote.people
  for each row when (old.display_name is distinct from new.display_name
    or old.deletion_requested_at is distinct from new.deletion_requested_at)
  execute function gyeote.refuse_while_held();

-- As in 20261128000100_reminders.sql. False in a session that waits.
drop function gyeote.choose_reminders(boolean, int, int, boolean, int, timestamptz);
create function gyeote.choose_reminders(
  doses boolean, repeats int, every_minutes int, names_medicines boolean, card_minute int,
  at timestamptz) returns boolean
  language plpgsql security definer set search_path = '' as $$
begin
  if gyeote.is_held() then
    return false;
  end if;
  insert into gyeote.reminder_settings as chosen
    (person_id, doses, repeats, every_minutes, names_medicines, card_minute, changed_at)
  values (auth.uid(), choose_reminders.doses, choose_reminders.repeats, choose_reminders.every_minutes,
    choose_reminders.names_medicines, choose_reminders.card_minute, at)
  on conflict (person_id) do update
    set doses = excluded.doses, repeats = excluded.repeats,
      every_minutes = excluded.every_minutes, names_medicines = excluded.names_medicines,
      card_minute = excluded.card_minute, changed_at = excluded.changed_at
    where chosen.changed_at <= excluded.changed_at;
  return true;
end $$;

-- It would ring on the other phones of the person.
create or replace function gyeote.ask_for_test_reminder(due timestamptz) returns boolean
  language plpgsql security definer set search_path = '' as $$
begin
  if gyeote.is_held() or not exists (select from gyeote.push_devices where person_id = auth.uid()) then
    return false;
  end if;
  update gyeote.reminder_plans set test_at = due where person_id = auth.uid();
  perform gyeote.wake_reminders(auth.uid());
  return true;
end $$;

-- What the person asked for, as a relative of others.
create or replace function gyeote.stop_weekly() returns void
  language sql security definer set search_path = '' as $$
  delete from gyeote.family_weekly where person_id = auth.uid() and not gyeote.is_held()
$$;
create or replace function gyeote.take_back_family_request(request uuid) returns void
  language sql security definer set search_path = '' as $$
  update gyeote.family_requests set taken_back_at = now()
  where id = request and relative_id = auth.uid() and not gyeote.is_held()
$$;

-- That there are medicines, a family and answers stands in each of these.
alter policy "A person reads their own consents" on gyeote.consents
  using (person_id = (select auth.uid()) and not (select gyeote.is_held()));
alter policy "A person reads their own trail" on gyeote.audit_logs
  using (user_id = (select subject_id from gyeote.audit_subjects where person_id = (select auth.uid()))
    and not (select gyeote.is_held()));
alter policy "A person reads their own commands" on gyeote.applied_commands
  using (person_id = (select auth.uid()) and not (select gyeote.is_held()));

-- What an anonymous account had, while the session that came out of it waits: else a stranger's medicines would stand among
-- the person's, and a stranger's family would see those of the person by the consents that came along.
create table gyeote.waiting_adoptions (
  adopted_id uuid primary key references gyeote.people on delete cascade,
  person_id uuid not null references gyeote.people on delete cascade,
  noted_at timestamptz not null default now()
);
create index waiting_adoptions_by_person on gyeote.waiting_adoptions (person_id);
alter table gyeote.waiting_adoptions enable row level security;

-- As in 20261124000500_accounts.sql, once it is certain that it may be: everything becomes the viewer's, nothing is lost and
-- nothing counts twice. Where both have a row, the earlier one stays.
create function gyeote.take_over(anon_id uuid) returns void
  language plpgsql security definer set search_path = '' as $$
declare
  viewer uuid := auth.uid();
begin
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

create or replace function gyeote.adopt_anonymous(anon_id uuid, proof text) returns void
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
  if gyeote.is_held() then
    insert into gyeote.waiting_adoptions (adopted_id, person_id) values (anon_id, viewer)
    on conflict do nothing;
  else
    perform gyeote.take_over(anon_id);
  end if;
end $$;

-- As in 20261128000622_blocks_by_number.sql; the family of the visitor reads the name of who they turned out to be.
create or replace function gyeote.adopt_family_blocks() returns trigger
  language plpgsql security definer set search_path = '' as $$
begin
  insert into gyeote.family_blocks (senior_id, relative_id, relative_name, number_hash, left_at, created_at)
  select new.person_id, relative_id, relative_name, number_hash, left_at, created_at
  from gyeote.family_blocks
  where senior_id = new.adopted_id and relative_id is distinct from new.person_id
  on conflict do nothing;
  update gyeote.family_links link
  set senior_phone = coalesce(link.senior_phone, auth.jwt() ->> 'phone'), senior_name = person.display_name
  from gyeote.people person
  where person.id = new.person_id and link.senior_id = new.person_id and link.status = 'active';
  return null;
end $$;

-- Whether this session waited, and the week is over: another one of the person does not decide it.
create function gyeote.has_waited() returns boolean
  language sql stable security definer set search_path = '' as $$
  select exists (select from gyeote.devices where person_id = auth.uid() and held_until <= now()
    and session_id = (auth.jwt() ->> 'session_id')::uuid and signed_out_at is null)
$$;

-- Once the week is over, in a session that waited: what waited along becomes the viewer's.
create function gyeote.adopt_waiting() returns void
  language plpgsql security definer set search_path = '' as $$
declare
  viewer uuid := auth.uid();
  anon_id uuid;
begin
  if not gyeote.has_waited() then
    return;
  end if;
  perform from gyeote.people where id = viewer
    or id in (select adopted_id from gyeote.waiting_adoptions where person_id = viewer)
  order by id for update;
  for anon_id in select adopted_id from gyeote.waiting_adoptions where person_id = viewer order by noted_at
  loop
    perform gyeote.take_over(anon_id);
  end loop;
end $$;

-- It was a stranger's: nobody can sign in to it any more, so it goes like any account that is removed.
create function gyeote.drop_waiting_adoptions(person uuid) returns void
  language sql security definer set search_path = '' as $$
  with removed as (
    delete from gyeote.people where anonymous
      and id in (select adopted_id from gyeote.waiting_adoptions where person_id = person)
    returning id
  )
  insert into gyeote.erasures (person_id) select id from removed
  on conflict (person_id) do update set claimed_at = null
$$;

-- 「모르는 기기예요」 about the phone that said "yes".
create function gyeote.drop_what_a_stranger_brought() returns trigger
  language plpgsql security definer set search_path = '' as $$
begin
  perform gyeote.drop_waiting_adoptions(new.person_id);
  return null;
end $$;
create trigger drop_what_a_stranger_brought after update of ended_as on gyeote.devices
  for each row when (new.ended_as = 'unknown' and new.held_until > now())
  execute function gyeote.drop_what_a_stranger_brought();

revoke execute on all functions in schema gyeote from public;
grant execute on function gyeote.adopt_waiting(),
  gyeote.choose_reminders(boolean, int, int, boolean, int, timestamptz) to authenticated;
