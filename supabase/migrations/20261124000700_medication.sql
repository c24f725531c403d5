-- Today's medicines: insert-only facts (app/features/medication/schedule/facts.ts has the model). What is
-- due, answered or left is computed from them, never stored.
--
-- Dates are days since 1970-01-01 and wall times minutes since 1970-01-01 00:00, both without a zone, as
-- on the phone: `date '1970-01-01' + from_on` reads one. Amounts are thousandths of a unit.

create domain gyeote.epoch_day as int check (value between 0 and 47482);        -- until 2100
create domain gyeote.wall_minute as int check (value between 0 and 68374080);
create domain gyeote.slot_id as text
  check (value in ('morning', 'noon', 'evening', 'bedtime') or value ~ '^[0-9a-f-]{36}$');

create table gyeote.courses (
  person_id uuid not null references gyeote.people on delete cascade,
  id uuid not null,
  by_id uuid not null,
  device_id uuid default (auth.jwt() ->> 'session_id')::uuid,
  at timestamptz not null,
  received_at timestamptz not null default now(),
  kind text not null check (kind in ('pouch', 'single', 'as_needed')),
  label text not null check (char_length(label) between 1 and 80),
  tracked_from gyeote.wall_minute not null,
  ends_with_pack boolean not null,
  primary key (person_id, id)
);

-- A chain has no forks: each version is succeeded at most once, and each course begins once. So of two
-- edits of the same version the first to arrive holds, and the second is refused and asked about.
create table gyeote.course_versions (
  person_id uuid not null references gyeote.people on delete cascade,
  id uuid not null,
  by_id uuid not null,
  device_id uuid default (auth.jwt() ->> 'session_id')::uuid,
  at timestamptz not null,
  received_at timestamptz not null default now(),
  course_id uuid not null,
  base_id uuid,
  from_on gyeote.epoch_day not null,
  last_on gyeote.epoch_day,
  rule jsonb not null check (rule ->> 'kind' in ('daily', 'weekdays', 'every', 'cycle')),
  slots jsonb not null check (jsonb_typeof(slots) = 'array'),
  meal text check (meal in ('before', 'with', 'after')),
  min_gap_min int check (min_gap_min between 1 and 10080),
  max24h int check (max24h between 1 and 48),
  primary key (person_id, id),
  foreign key (person_id, course_id) references gyeote.courses on delete cascade deferrable,
  foreign key (person_id, base_id) references gyeote.course_versions on delete cascade deferrable
);
create unique index course_versions_no_fork
  on gyeote.course_versions (person_id, course_id, base_id) nulls not distinct;

create table gyeote.slot_hours (
  person_id uuid not null references gyeote.people on delete cascade,
  id uuid not null,
  by_id uuid not null,
  device_id uuid default (auth.jwt() ->> 'session_id')::uuid,
  at timestamptz not null,
  received_at timestamptz not null default now(),
  slot_id gyeote.slot_id not null,
  base_id uuid,
  from_on gyeote.epoch_day not null,
  minute int not null check (minute between 240 and 1679),
  primary key (person_id, id),
  foreign key (person_id, base_id) references gyeote.slot_hours on delete cascade deferrable
);
create unique index slot_hours_no_fork
  on gyeote.slot_hours (person_id, slot_id, base_id) nulls not distinct;

create table gyeote.zones (
  person_id uuid not null references gyeote.people on delete cascade,
  id uuid not null,
  by_id uuid not null,
  device_id uuid default (auth.jwt() ->> 'session_id')::uuid,
  at timestamptz not null,
  received_at timestamptz not null default now(),
  base_id uuid,
  from_on gyeote.epoch_day not null,
  name text not null check (name ~ '^[A-Za-z]+(/[A-Za-z0-9_+-]+){0,2}$'),
  primary key (person_id, id),
  foreign key (person_id, base_id) references gyeote.zones on delete cascade deferrable
);
create unique index zones_no_fork on gyeote.zones (person_id, base_id) nulls not distinct;

create table gyeote.packs (
  person_id uuid not null references gyeote.people on delete cascade,
  id uuid not null,
  by_id uuid not null,
  device_id uuid default (auth.jwt() ->> 'session_id')::uuid,
  at timestamptz not null,
  received_at timestamptz not null default now(),
  course_id uuid not null,
  first_on gyeote.epoch_day not null,
  first_slot gyeote.slot_id not null,
  days int check (days between 1 and 365),
  amount int check (amount between 1 and 10000000),
  check (num_nonnulls(days, amount) = 1),
  primary key (person_id, id),
  foreign key (person_id, course_id) references gyeote.courses on delete cascade deferrable
);

create table gyeote.stock_counts (
  person_id uuid not null references gyeote.people on delete cascade,
  id uuid not null,
  by_id uuid not null,
  device_id uuid default (auth.jwt() ->> 'session_id')::uuid,
  at timestamptz not null,
  received_at timestamptz not null default now(),
  course_id uuid not null,
  slot_id gyeote.slot_id,
  counted_wall gyeote.wall_minute not null,
  "left" int not null check ("left" between 0 and 10000000),
  primary key (person_id, id),
  foreign key (person_id, course_id) references gyeote.courses on delete cascade deferrable
);

create table gyeote.pauses (
  person_id uuid not null references gyeote.people on delete cascade,
  id uuid not null,
  by_id uuid not null,
  device_id uuid default (auth.jwt() ->> 'session_id')::uuid,
  at timestamptz not null,
  received_at timestamptz not null default now(),
  course_id uuid,
  from_wall gyeote.wall_minute not null,
  to_wall gyeote.wall_minute,
  reason text not null check (reason in ('hospital', 'doctor', 'other')),
  check (to_wall > from_wall),
  primary key (person_id, id),
  foreign key (person_id, course_id) references gyeote.courses on delete cascade deferrable
);

-- May arrive before the pause it ends, so no foreign key; likewise below.
create table gyeote.pause_ends (
  person_id uuid not null references gyeote.people on delete cascade,
  id uuid not null,
  by_id uuid not null,
  device_id uuid default (auth.jwt() ->> 'session_id')::uuid,
  at timestamptz not null,
  received_at timestamptz not null default now(),
  pause_id uuid not null,
  to_wall gyeote.wall_minute not null,
  primary key (person_id, id)
);

create table gyeote.retractions (
  person_id uuid not null references gyeote.people on delete cascade,
  id uuid not null,
  by_id uuid not null,
  device_id uuid default (auth.jwt() ->> 'session_id')::uuid,
  at timestamptz not null,
  received_at timestamptz not null default now(),
  fact_id uuid not null,
  primary key (person_id, id)
);

-- No foreign key to courses: whatever becomes of a schedule, an answer is kept. `care_date` is that of
-- the dose; a phone reads answers by month, so a month of one person lies together in the index.
create table gyeote.answers (
  person_id uuid not null references gyeote.people on delete cascade,
  id uuid not null,
  by_id uuid not null,
  device_id uuid default (auth.jwt() ->> 'session_id')::uuid,
  at timestamptz not null,
  received_at timestamptz not null default now(),
  course_id uuid not null,
  care_date gyeote.epoch_day not null,
  slot_id gyeote.slot_id not null,
  kind text not null check (kind in ('taken', 'declined', 'unknown', 'cleared', 'extra')),
  taken_wall gyeote.wall_minute,
  offset_min int not null check (offset_min between -840 and 840),
  replaces uuid[] not null default '{}' check (cardinality(replaces) <= 20),
  guard_passed boolean not null default false,
  check ((taken_wall is not null) = (kind in ('taken', 'extra'))),
  check (kind <> 'extra' or replaces = '{}'),
  primary key (person_id, id)
);
create index answers_by_care_date on gyeote.answers (person_id, care_date);

create table gyeote.intakes (
  person_id uuid not null references gyeote.people on delete cascade,
  id uuid not null,
  by_id uuid not null,
  device_id uuid default (auth.jwt() ->> 'session_id')::uuid,
  at timestamptz not null,
  received_at timestamptz not null default now(),
  course_id uuid not null,
  taken_wall gyeote.wall_minute not null,
  offset_min int not null check (offset_min between -840 and 840),
  amount int not null check (amount between 1 and 10000000),
  primary key (person_id, id)
);
create index intakes_by_taken_wall on gyeote.intakes (person_id, taken_wall);

create table gyeote.snoozes (
  person_id uuid not null references gyeote.people on delete cascade,
  id uuid not null,
  by_id uuid not null,
  device_id uuid default (auth.jwt() ->> 'session_id')::uuid,
  at timestamptz not null,
  received_at timestamptz not null default now(),
  care_date gyeote.epoch_day not null,
  slot_id gyeote.slot_id not null,
  until_wall gyeote.wall_minute not null,
  primary key (person_id, id)
);
create index snoozes_by_care_date on gyeote.snoozes (person_id, care_date);

-- Health data needs a consent of its own (개인정보보호법 제23조): the newest answer to it rules.
create function gyeote.may_keep_health_data() returns boolean
  language sql stable security definer set search_path = '' as $$
  select coalesce((
    select given from gyeote.consents
    where person_id = auth.uid() and kind = 'health_data' and link_id is null
    order by number desc limit 1
  ), false)
$$;

-- One rule for all: seen by those whom the person lets see medicines, but not in a session that has only
-- just said whose number it is (docs/decisions/0007); written by the person, as
-- themselves, while their consent holds; changed and removed by nobody.
do $$
declare
  fact text;
begin
  foreach fact in array array['courses', 'course_versions', 'slot_hours', 'zones', 'packs', 'stock_counts',
    'pauses', 'pause_ends', 'retractions', 'answers', 'intakes', 'snoozes']
  loop
    execute format('alter table gyeote.%I enable row level security', fact);
    execute format('grant select on gyeote.%I to authenticated', fact);
    -- When it arrived and on which device says the server, not the sender.
    execute format('grant insert (%s) on gyeote.%I to authenticated', (
      select string_agg(quote_ident(attname), ', ') from pg_attribute
      where attrelid = format('gyeote.%I', fact)::regclass and attnum > 0
        and attname not in ('received_at', 'device_id')), fact);
    execute format(
      'create policy "Medicines are seen by those the person lets see them" on gyeote.%I
         for select to authenticated
         using (person_id = any ((select gyeote.visible_persons(''med''))::uuid[])
           and not (select gyeote.is_held()))', fact);
    execute format(
      'create policy "A person writes of their own medicines, with consent" on gyeote.%I
         for insert to authenticated
         with check (person_id = (select auth.uid()) and by_id = (select auth.uid())
           and (select gyeote.may_keep_health_data()))', fact);
  end loop;
end $$;

-- Moves the medicines of an anonymous account to whoever adopts it. Hours and zones that the person has
-- settled already stay as they are. Called by `adopt_anonymous` alone.
create function gyeote.adopt_medication(anon_id uuid, viewer uuid) returns void
  language plpgsql security definer set search_path = '' as $$
declare
  fact text;
begin
  set constraints all deferred;
  delete from gyeote.slot_hours hour where person_id = anon_id and exists (
    select from gyeote.slot_hours kept where kept.person_id = viewer and kept.slot_id = hour.slot_id);
  delete from gyeote.zones where person_id = anon_id and exists (
    select from gyeote.zones where person_id = viewer);
  foreach fact in array array['courses', 'course_versions', 'slot_hours', 'zones', 'packs', 'stock_counts',
    'pauses', 'pause_ends', 'retractions', 'answers', 'intakes', 'snoozes']
  loop
    execute format('update gyeote.%I set person_id = $2, by_id = case by_id when $1 then $2 else by_id end
      where person_id = $1', fact) using anon_id, viewer;
  end loop;
end $$;

revoke execute on all functions in schema gyeote from public;
grant execute on function gyeote.may_keep_health_data() to authenticated;
