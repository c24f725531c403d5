-- People, the trail of what happened, and the memory of commands already applied.
-- Schema `gyeote` is not exposed by Supabase's Data API: every write passes a use case.

create schema gyeote;
revoke all on schema gyeote from public;

do $$
begin
  if not exists (select from pg_roles where rolname = 'app') then
    create role app nologin noinherit;
    grant anon, authenticated to app;
  end if;
end $$;

grant usage on schema gyeote to anon, authenticated, app;

-- `id` equals the auth user's id; no foreign key, since with Supabase that table is the auth server's.
create table gyeote.people (
  id uuid primary key,
  display_name text check (char_length(display_name) between 1 and 20),
  time_zone text not null default 'Asia/Seoul',
  track text not null default 'smartphone-basics',
  anonymous boolean not null default true,
  is_demo boolean not null default false,
  created_at timestamptz not null default now(),
  last_active_on date not null default current_date,
  deletion_requested_at timestamptz
);

create index people_to_remove on gyeote.people (deletion_requested_at)
  where deletion_requested_at is not null;
create index people_abandoned on gyeote.people (last_active_on) where anonymous;

alter table gyeote.people enable row level security;
grant select on gyeote.people to authenticated;
grant update (display_name, time_zone, track, last_active_on, deletion_requested_at)
  on gyeote.people to authenticated;

create policy "A person reads their own row" on gyeote.people
  for select to authenticated using (id = (select auth.uid()));
create policy "A person changes their own row" on gyeote.people
  for update to authenticated using (id = (select auth.uid())) with check (id = (select auth.uid()));

-- Makes the row of whoever the access token names; keeps `anonymous` as the token says.
create function gyeote.ensure_person() returns void
  language plpgsql security definer set search_path = '' as $$
declare
  viewer uuid := auth.uid();
  is_anonymous boolean := coalesce((auth.jwt() ->> 'is_anonymous')::boolean, false);
begin
  if viewer is null then
    raise exception 'no person in this session' using errcode = '42501';
  end if;
  insert into gyeote.people (id, anonymous) values (viewer, is_anonymous)
  on conflict (id) do update set anonymous = excluded.anonymous
    where gyeote.people.anonymous is distinct from excluded.anonymous;
end $$;

-- Signed-in devices. A session that was signed out elsewhere stays listed as ended and is refused.
create table gyeote.devices (
  session_id uuid primary key,
  person_id uuid not null references gyeote.people on delete cascade,
  label text not null check (char_length(label) between 1 and 60),
  created_at timestamptz not null default now(),
  last_seen_on date not null default current_date,
  signed_out_at timestamptz
);
create index devices_by_person on gyeote.devices (person_id);

alter table gyeote.devices enable row level security;
grant select, insert on gyeote.devices to authenticated;
grant update (last_seen_on, signed_out_at) on gyeote.devices to authenticated;
create policy "A person reads their own devices" on gyeote.devices
  for select to authenticated using (person_id = (select auth.uid()));
create policy "A person adds their own device" on gyeote.devices
  for insert to authenticated with check (person_id = (select auth.uid()));
-- What was signed out stays signed out: an access token that still lives cannot take it back.
create policy "A person changes their own device while it is signed in" on gyeote.devices
  for update to authenticated using (person_id = (select auth.uid()) and signed_out_at is null)
  with check (person_id = (select auth.uid()));

-- An anonymous account whose rows moved into another: its commands stay valid.
create table gyeote.adoptions (
  adopted_id uuid primary key,
  person_id uuid not null references gyeote.people on delete cascade,
  adopted_at timestamptz not null default now()
);
create index adoptions_by_person on gyeote.adoptions (person_id);
alter table gyeote.adoptions enable row level security;
grant select on gyeote.adoptions to authenticated;
create policy "A person reads what they adopted" on gyeote.adoptions
  for select to authenticated using (person_id = (select auth.uid()));

-- Exactly once: the key is the person and the command, so a stranger's equal id hides nothing.
create table gyeote.applied_commands (
  person_id uuid not null references gyeote.people on delete cascade,
  command_id uuid not null,
  type text not null,
  outcome jsonb,
  applied_at timestamptz not null default now(),
  primary key (person_id, command_id)
);
create index applied_commands_age on gyeote.applied_commands (applied_at);
alter table gyeote.applied_commands enable row level security;
grant select on gyeote.applied_commands to authenticated;
create policy "A person reads their own commands" on gyeote.applied_commands
  for select to authenticated using (person_id = (select auth.uid()));

-- Null when the command is new and now claimed; else what came of it the first time.
create function gyeote.claim_command(command uuid, command_type text) returns jsonb
  language plpgsql security definer set search_path = '' as $$
declare
  earlier jsonb;
begin
  insert into gyeote.applied_commands (person_id, command_id, type)
  values (auth.uid(), command, command_type)
  on conflict do nothing;
  if found then
    return null;
  end if;
  select coalesce(outcome, '{"status":"accepted"}'::jsonb) into earlier
  from gyeote.applied_commands
  where person_id = auth.uid() and command_id = command;
  return earlier;
end $$;

create function gyeote.store_outcome(command uuid, result jsonb) returns void
  language sql security definer set search_path = '' as $$
  update gyeote.applied_commands set outcome = result
  where person_id = auth.uid() and command_id = command
$$;

-- The trail names a subject, and only this mapping says who that is. Deleting an account deletes the
-- mapping, so the trail stays append-only and names nobody.
create table gyeote.audit_subjects (
  person_id uuid primary key references gyeote.people on delete cascade,
  subject_id uuid not null unique default gen_random_uuid()
);
alter table gyeote.audit_subjects enable row level security;
grant select on gyeote.audit_subjects to authenticated;
create policy "A person reads their own subject" on gyeote.audit_subjects
  for select to authenticated using (person_id = (select auth.uid()));

create table gyeote.audit_logs (
  id bigint generated always as identity primary key,
  user_id uuid not null,
  action text not null,
  details jsonb not null default '{}',
  created_at timestamptz not null default now()
);
create index audit_logs_by_subject on gyeote.audit_logs (user_id, created_at);
alter table gyeote.audit_logs enable row level security;
grant select on gyeote.audit_logs to authenticated;
create policy "A person reads their own trail" on gyeote.audit_logs
  for select to authenticated using (
    user_id = (select subject_id from gyeote.audit_subjects where person_id = (select auth.uid()))
  );

create function gyeote.refuse_change() returns trigger
  language plpgsql set search_path = '' as $$
begin
  raise exception '% is append-only', tg_table_name using errcode = '42501';
end $$;

create trigger append_only before update or delete or truncate on gyeote.audit_logs
  for each statement execute function gyeote.refuse_change();

create function gyeote.record_event(action text, details jsonb) returns void
  language plpgsql security definer set search_path = '' as $$
declare
  subject uuid;
begin
  insert into gyeote.audit_subjects (person_id) values (auth.uid()) on conflict do nothing;
  select subject_id into strict subject from gyeote.audit_subjects where person_id = auth.uid();
  insert into gyeote.audit_logs (user_id, action, details) values (subject, action, details);
end $$;

revoke execute on all functions in schema gyeote from public;
grant execute on function
  gyeote.ensure_person(), gyeote.claim_command(uuid, text), gyeote.store_outcome(uuid, jsonb),
  gyeote.record_event(text, jsonb)
to authenticated;
