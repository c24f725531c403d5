-- A phone that somebody ended from elsewhere erases what it keeps as soon as it hears of it: docs/decisions/0018.

alter table gyeote.devices
  -- Why it was ended from another phone. Null while it goes on, when it was left on the phone itself, and when
  -- its session ran out: none of these erases anything.
  add column ended_as text check (ended_as in ('new_phone', 'lost', 'unknown', 'family'));

-- What the person is told on their next phone.
create table gyeote.phone_endings (
  id uuid primary key default gen_random_uuid(),
  person_id uuid not null references gyeote.people on delete cascade,
  ended_as text not null check (ended_as in ('new_phone', 'lost', 'unknown', 'family')),
  -- Of the relative, as they called themselves; null when the person did it.
  by_name text check (char_length(by_name) between 1 and 20),
  phones int not null check (phones > 0),
  ended_at timestamptz not null,
  seen_at timestamptz
);
create index phone_endings_by_person on gyeote.phone_endings (person_id, ended_at desc);
alter table gyeote.phone_endings enable row level security;
grant select on gyeote.phone_endings to authenticated;
create policy "A person reads what became of their phones" on gyeote.phone_endings
  for select to authenticated
  using (person_id = (select auth.uid()) and not (select gyeote.is_held()));

-- The last thing that is pushed to a phone: that it has been ended. Written and read by functions alone.
create table gyeote.last_pushes (
  id uuid primary key default gen_random_uuid(),
  person_id uuid not null references gyeote.people on delete cascade,
  endpoint text not null,
  endpoint_hash bytea not null unique,
  p256dh text not null,
  auth text not null,
  made_at timestamptz not null default now(),
  -- By the database's clock, as for reminders.
  claimed_until timestamptz,
  tries int not null default 0
);
create index last_pushes_by_person on gyeote.last_pushes (person_id);
alter table gyeote.last_pushes enable row level security;

create or replace function gyeote.release_push_device() returns trigger
  language plpgsql security definer set search_path = '' as $$
begin
  if new.ended_as is not null then
    insert into gyeote.last_pushes (person_id, endpoint, endpoint_hash, p256dh, auth)
    select person_id, endpoint, endpoint_hash, p256dh, auth
    from gyeote.push_devices where session_id = new.session_id
    on conflict do nothing;
  end if;
  delete from gyeote.push_devices where session_id = new.session_id;
  return null;
end $$;

-- Whoever is signed in on that phone again is reminded there, and is not told that it has been ended.
create function gyeote.drop_last_push() returns trigger
  language plpgsql security definer set search_path = '' as $$
begin
  delete from gyeote.last_pushes where endpoint_hash = new.endpoint_hash;
  return null;
end $$;
create trigger drop_last_push after insert or update of session_id on gyeote.push_devices
  for each row execute function gyeote.drop_last_push();

-- The next to be pushed. One that the push service did not take comes again later, for four weeks at most: as long
-- as a push service would keep it.
create function gyeote.claim_last_pushes(at timestamptz, most int)
  returns table (id uuid, person_id uuid, endpoint text, p256dh text, auth text)
  language plpgsql security definer set search_path = '' as $$
begin
  delete from gyeote.last_pushes old where old.made_at < at - interval '28 days';
  return query
    update gyeote.last_pushes push
    set tries = push.tries + 1,
      claimed_until = clock_timestamp() + least(interval '1 minute' * power(2, least(push.tries, 9)),
        interval '6 hours')
    where push.id = any (array(
      select due.id from gyeote.last_pushes due
      where due.claimed_until is null or due.claimed_until < clock_timestamp()
      order by due.made_at limit most for update skip locked))
    returning push.id, push.person_id, push.endpoint, push.p256dh, push.auth;
end $$;

create function gyeote.finish_last_push(push uuid) returns void
  language sql security definer set search_path = '' as $$
  delete from gyeote.last_pushes where id = push
$$;

-- What was written of an ending, and the event `phones_ended` in the person's trail.
create function gyeote.note_ending(
  person uuid, why text, by_name text, phones int, at timestamptz) returns void
  language plpgsql security definer set search_path = '' as $$
begin
  insert into gyeote.phone_endings (person_id, ended_as, by_name, phones, ended_at)
  values (person, why, note_ending.by_name, note_ending.phones, at);
  insert into gyeote.audit_subjects (person_id) values (person), (auth.uid()) on conflict do nothing;
  insert into gyeote.audit_logs (user_id, action, details)
  select whose.subject_id, 'phones_ended', jsonb_build_object('ended_as', why, 'phones', phones,
    'senior_id', (select subject_id from gyeote.audit_subjects where person_id = person),
    'by', (select subject_id from gyeote.audit_subjects where person_id = auth.uid()))
  from gyeote.audit_subjects whose where whose.person_id in (person, auth.uid());
end $$;

-- Other phones of the viewer, by their sessions; never the one that asks. How many were still signed in.
create function gyeote.end_own_phones(sessions uuid[], why text, at timestamptz) returns int
  language plpgsql security definer set search_path = '' as $$
declare
  ended int;
begin
  if why = 'family' or gyeote.is_held() then
    return 0;
  end if;
  update gyeote.devices set signed_out_at = at, ended_as = why
  where person_id = auth.uid() and session_id = any (sessions) and signed_out_at is null
    and session_id <> (auth.jwt() ->> 'session_id')::uuid;
  get diagnostics ended = row_count;
  if ended > 0 then
    perform gyeote.note_ending(auth.uid(), why, null, ended, at);
  end if;
  return ended;
end $$;

-- Every phone of somebody whom the viewer helps, at once; those too whose session had run out and that still keep
-- everything. How many were still signed in; null when the viewer may not.
create function gyeote.end_phones_of_helped(link_id uuid, at timestamptz) returns int
  language plpgsql security definer set search_path = '' as $$
declare
  link gyeote.family_links;
  ended int;
begin
  select * into link from gyeote.family_links family
  where family.id = end_phones_of_helped.link_id and relative_id = auth.uid()
    and senior_id = any (gyeote.helped_persons()) and not gyeote.is_held();
  if not found or exists (select from gyeote.people where id = link.senior_id and is_demo) then
    return null;
  end if;
  update gyeote.devices set ended_as = 'family'
  where person_id = link.senior_id and signed_out_at is not null and ended_as is null;
  update gyeote.devices set signed_out_at = at, ended_as = 'family'
  where person_id = link.senior_id and signed_out_at is null;
  get diagnostics ended = row_count;
  if ended > 0 then
    perform gyeote.note_ending(link.senior_id, 'family', link.relative_name, ended, at);
  end if;
  return ended;
end $$;

create function gyeote.see_phone_endings(at timestamptz) returns void
  language sql security definer set search_path = '' as $$
  update gyeote.phone_endings set seen_at = at
  where person_id = auth.uid() and seen_at is null and not gyeote.is_held()
$$;

-- As in 20261124000500, with why it was ended.
drop function gyeote.check_session(date);
create function gyeote.check_session(
  today date, out state text, out held_until timestamptz, out ended_as text)
  language plpgsql security definer set search_path = '' as $$
declare
  ended timestamptz; question text;
begin
  select device.signed_out_at, device.number_question, device.held_until, device.ended_as
  into ended, question, check_session.held_until, check_session.ended_as
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

-- As in 20261124000500. A number that went with a lost phone may be given up and handed on sooner than one whose
-- owner goes on using it: while none of their phones is signed in again, four weeks of silence are enough.
create or replace function gyeote.arrive(label text, today date) returns boolean
  language plpgsql security definer set search_path = '' as $$
declare
  viewer uuid := auth.uid();
  session uuid := (auth.jwt() ->> 'session_id')::uuid;
  last_contact date; silence int; asked boolean;
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
  silence := case when exists (select from gyeote.devices where person_id = viewer
      and ended_as in ('lost', 'family'))
    and not exists (select from gyeote.devices where person_id = viewer and signed_out_at is null
      and number_question is distinct from 'open' and number_question is distinct from 'no')
    then 28 else 60 end;
  asked := coalesce(last_contact <= today - silence, false)
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

-- False when no such push is known any more, as when its phone has been ended.
drop function gyeote.note_push_delivered(uuid, timestamptz);
create function gyeote.note_push_delivered(send uuid, at timestamptz) returns boolean
  language plpgsql security definer set search_path = '' as $$
declare
  phone uuid;
begin
  update gyeote.reminder_sends set delivered_at = at
  where id = send and delivered_at is null returning device_id into phone;
  if found then
    update gyeote.push_devices set delivered_at = greatest(delivered_at, at) where id = phone;
    return true;
  end if;
  return exists (select from gyeote.reminder_sends where id = send);
end $$;

revoke execute on all functions in schema gyeote from public;
grant execute on function gyeote.check_session(date), gyeote.end_own_phones(uuid[], text, timestamptz),
  gyeote.end_phones_of_helped(uuid, timestamptz), gyeote.see_phone_endings(timestamptz) to authenticated;
grant execute on function gyeote.claim_last_pushes(timestamptz, int), gyeote.finish_last_push(uuid),
  gyeote.note_push_delivered(uuid, timestamptz) to app;
