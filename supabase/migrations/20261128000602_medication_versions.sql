-- A number that rises whenever something is written of a person's medicines, in the transaction that writes it: who
-- has worked something out from the facts need not read them again while it stays. Held as the facts are.

create table gyeote.medication_versions (
  person_id uuid primary key references gyeote.people on delete cascade,
  version bigint not null default 1
);
alter table gyeote.medication_versions enable row level security;
grant select on gyeote.medication_versions to authenticated;
create policy "A person alone sees these" on gyeote.medication_versions
  for select to authenticated
  using (person_id = (select auth.uid()) and not (select gyeote.is_held()));

create function gyeote.note_written_medicines() returns trigger
  language plpgsql security definer set search_path = '' as $$
begin
  insert into gyeote.medication_versions (person_id)
  select distinct person_id from written
  on conflict (person_id) do update set version = gyeote.medication_versions.version + 1;
  return null;
end $$;

do $$
declare
  fact text;
begin
  foreach fact in array array['courses', 'course_versions', 'slot_hours', 'zones', 'packs', 'stock_counts',
    'pauses', 'pause_ends', 'retractions', 'answers', 'intakes', 'snoozes', 'clinic_visits', 'photos',
    'acknowledgements']
  loop
    execute format('create trigger note_written after insert on gyeote.%I
      referencing new table as written for each statement
      execute function gyeote.note_written_medicines()', fact);
    -- When an account is adopted its facts become another person's.
    execute format('create trigger note_moved after update on gyeote.%I
      referencing new table as written for each statement
      execute function gyeote.note_written_medicines()', fact);
  end loop;
end $$;

insert into gyeote.medication_versions (person_id) select distinct person_id from gyeote.courses;

-- What a page asks before it reads anything: the number, and the person's newest answer to the question for health
-- data. Null for what is not the viewer's to see.
create function gyeote.medication_state_of(person uuid) returns table (version bigint, consent json)
  language plpgsql stable set search_path = '' as $$
begin
  return query select
    (select known.version from gyeote.medication_versions known where known.person_id = person),
    gyeote.health_consent_of(person);
end $$;

revoke execute on all functions in schema gyeote from public;
grant execute on function gyeote.medication_state_of(uuid) to authenticated;
