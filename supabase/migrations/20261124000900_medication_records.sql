-- What goes along with the medicines: visits to the clinic, and the emergency sheet. Facts like those of
-- 20261124000700_medication.sql: inserted, and changed or removed by nobody.

create table gyeote.clinic_visits (
  person_id uuid not null references gyeote.people on delete cascade,
  id uuid not null,
  by_id uuid not null,
  device_id uuid default (auth.jwt() ->> 'session_id')::uuid,
  at timestamptz not null,
  received_at timestamptz not null default now(),
  "on" gyeote.epoch_day not null,
  minute int check (minute between 0 and 1439),
  place text check (char_length(place) between 1 and 60),
  primary key (person_id, id)
);

-- Each row says only what was changed: null leaves a field as it was, the empty string empties it. Of a
-- field the newest received word holds, so that two phones, a helper and an adoption lose nothing of each
-- other; docs/decisions/0009.
create table gyeote.emergency_sheets (
  person_id uuid not null references gyeote.people on delete cascade,
  id uuid not null,
  by_id uuid not null,
  device_id uuid default (auth.jwt() ->> 'session_id')::uuid,
  at timestamptz not null,
  received_at timestamptz not null default now(),
  allergies text check (char_length(allergies) <= 300),
  illnesses text check (char_length(illnesses) <= 300),
  blood_type text check (char_length(blood_type) <= 20),
  guardian_name text check (char_length(guardian_name) <= 40),
  guardian_phone text check (guardian_phone ~ '^[0-9+-]{0,20}$'),
  doctor text check (char_length(doctor) <= 80),
  doctor_phone text check (doctor_phone ~ '^[0-9+-]{0,20}$'),
  notes text check (char_length(notes) <= 500),
  check (num_nonnulls(allergies, illnesses, blood_type, guardian_name, guardian_phone, doctor,
    doctor_phone, notes) > 0),
  primary key (person_id, id)
);

do $$
declare
  fact text;
begin
  foreach fact in array array['clinic_visits', 'emergency_sheets']
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
         using ((person_id = (select auth.uid())
             or person_id = any ((select gyeote.visible_persons(''med''))::uuid[]))
           and not (select gyeote.is_held()))', fact);
    execute format(
      'create policy "A person writes of their own medicines, with consent" on gyeote.%I
         for insert to authenticated
         with check (person_id = (select auth.uid()) and by_id = (select auth.uid())
           and (select gyeote.may_keep_health_data()))', fact);
  end loop;
end $$;

-- When an anonymous account is adopted these go along, as `adopt_medication` moves the others. Visits
-- arrive now, since the person's other phones ask for what came since; words of a sheet keep their time,
-- which decides between them.
create function gyeote.adopt_medication_records() returns trigger
  language plpgsql security definer set search_path = '' as $$
begin
  update gyeote.clinic_visits
  set person_id = new.person_id, received_at = clock_timestamp(),
    by_id = case by_id when new.adopted_id then new.person_id else by_id end
  where person_id = new.adopted_id;
  update gyeote.emergency_sheets
  set person_id = new.person_id,
    by_id = case by_id when new.adopted_id then new.person_id else by_id end
  where person_id = new.adopted_id;
  return null;
end $$;
create trigger adopt_medication_records after insert on gyeote.adoptions
  for each row execute function gyeote.adopt_medication_records();

revoke execute on all functions in schema gyeote from public;
