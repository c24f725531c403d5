-- Pictures of pouches and pills: a fact like the others (20261124000700_medication.sql), whose bytes lie
-- outside the database, in the photo store (app/platform/photos).

create table gyeote.photos (
  person_id uuid not null references gyeote.people on delete cascade,
  id uuid not null,
  by_id uuid not null,
  device_id uuid default (auth.jwt() ->> 'session_id')::uuid,
  at timestamptz not null,
  received_at timestamptz not null default now(),
  course_id uuid not null,
  -- What the file is called in the store. Never the sender's to say: whoever learned the id of somebody
  -- else's photo could write the same id down as their own and be shown the picture.
  file_id uuid not null unique default gen_random_uuid(),
  primary key (person_id, id),
  foreign key (person_id, course_id) references gyeote.courses on delete cascade deferrable
);

alter table gyeote.photos enable row level security;
grant select on gyeote.photos to authenticated;
grant insert (person_id, id, by_id, at, course_id) on gyeote.photos to authenticated;
create policy "Medicines are seen by those the person lets see them" on gyeote.photos
  for select to authenticated
  using ((person_id = (select auth.uid())
      or person_id = any ((select gyeote.visible_persons('med'))::uuid[]))
    and not (select gyeote.is_held()));
create policy "A person writes of their own medicines, with consent" on gyeote.photos
  for insert to authenticated
  with check (person_id = (select auth.uid()) and by_id = (select auth.uid())
    and (select gyeote.may_keep_health_data()));

-- Files that nobody may see any more, until a job has removed them. Whatever deletes a photo's row notes its
-- file in the same transaction, so a crash leaves no picture behind.
create table gyeote.photo_erasures (
  file_id uuid primary key,
  noted_at timestamptz not null default now()
);
alter table gyeote.photo_erasures enable row level security;

create function gyeote.note_deleted_photo() returns trigger
  language plpgsql security definer set search_path = '' as $$
begin
  insert into gyeote.photo_erasures (file_id) values (old.file_id) on conflict do nothing;
  return null;
end $$;
create trigger note_file after delete on gyeote.photos
  for each row execute function gyeote.note_deleted_photo();

create function gyeote.note_retracted_photo() returns trigger
  language plpgsql security definer set search_path = '' as $$
begin
  insert into gyeote.photo_erasures (file_id)
  select file_id from gyeote.photos where person_id = new.person_id and id = new.fact_id
  on conflict do nothing;
  return null;
end $$;
create trigger note_file after insert on gyeote.retractions
  for each row execute function gyeote.note_retracted_photo();

-- Photos go along when an anonymous account is adopted, as `adopt_medication` moves the other facts; the
-- files stay where they are, since no person is in their names.
create function gyeote.adopt_photos() returns trigger
  language plpgsql security definer set search_path = '' as $$
begin
  update gyeote.photos set person_id = new.person_id, received_at = clock_timestamp(),
    by_id = case by_id when new.adopted_id then new.person_id else by_id end
  where person_id = new.adopted_id;
  return null;
end $$;
create trigger adopt_photos after insert on gyeote.adoptions
  for each row execute function gyeote.adopt_photos();

create function gyeote.list_photo_erasures(most int) returns setof uuid
  language sql stable security definer set search_path = '' as $$
  select file_id from gyeote.photo_erasures order by noted_at limit most
$$;

create function gyeote.finish_photo_erasures(files uuid[]) returns void
  language sql security definer set search_path = '' as $$
  delete from gyeote.photo_erasures where file_id = any (files)
$$;

revoke execute on all functions in schema gyeote from public;
grant execute on function gyeote.list_photo_erasures(int), gyeote.finish_photo_erasures(uuid[])
  to app;
