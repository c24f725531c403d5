-- What an open page of the family looks at: when the senior's phone last spoke to us, and a number that
-- rises when there is something new to see.

-- The newest contacts of a phone: any, and one after which nothing was left on it unsent. Kept only for
-- whoever has family that sees their medicines; nobody is shown when somebody was here.
create table gyeote.device_reach (
  person_id uuid not null references gyeote.people on delete cascade,
  session_id uuid not null,
  reached_at timestamptz not null default now(),
  emptied_at timestamptz,
  primary key (person_id, session_id)
);
alter table gyeote.device_reach enable row level security;
grant select (person_id, reached_at, emptied_at) on gyeote.device_reach to authenticated;
create policy "Contact is seen by those the person lets see today's medicines" on gyeote.device_reach
  for select to authenticated
  using ((person_id = (select auth.uid())
      or person_id = any ((select gyeote.visible_persons('med_today'))::uuid[]))
    and not (select gyeote.is_held()));

create function gyeote.note_reach(emptied boolean) returns void
  language sql security definer set search_path = '' as $$
  insert into gyeote.device_reach (person_id, session_id, emptied_at)
  select auth.uid(), (auth.jwt() ->> 'session_id')::uuid, case when emptied then now() end
  where exists (select from gyeote.family_links where senior_id = auth.uid() and status = 'active')
  on conflict (person_id, session_id) do update
    set reached_at = excluded.reached_at,
        emptied_at = coalesce(excluded.emptied_at, gyeote.device_reach.emptied_at)
$$;

-- `link` rises with links and consents, `med` and `cards` with what their kind lets see.
create table gyeote.family_versions (
  person_id uuid not null references gyeote.people on delete cascade,
  kind text not null check (kind in ('link', 'med', 'cards')),
  version bigint not null default 1,
  primary key (person_id, kind)
);
alter table gyeote.family_versions enable row level security;
grant select on gyeote.family_versions to authenticated;
create policy "News are seen by those who may see what is new" on gyeote.family_versions
  for select to authenticated
  using ((person_id = (select auth.uid())
      or (kind = 'link' and person_id = any ((select gyeote.linked_seniors())::uuid[]))
      or (kind = 'med' and person_id = any ((select gyeote.visible_persons('med_today'))::uuid[]))
      or (kind = 'cards' and person_id = any ((select gyeote.visible_persons('cards'))::uuid[])))
    and not (select gyeote.is_held()));

-- Of people without family there is no row, and nothing is written.
create function gyeote.note_family_news() returns trigger
  language plpgsql security definer set search_path = '' as $$
begin
  update gyeote.family_versions set version = version + 1
  where kind = tg_argv[0] and person_id in (select person_id from arrived);
  return null;
end $$;

do $$
declare
  fact text;
begin
  foreach fact in array array['courses', 'course_versions', 'slot_hours', 'zones', 'packs', 'pauses',
    'pause_ends', 'retractions', 'answers', 'intakes', 'device_reach']
  loop
    execute format('create trigger note_family_news after insert on gyeote.%I
      referencing new table as arrived for each statement
      execute function gyeote.note_family_news(''med'')', fact);
  end loop;
end $$;
create trigger note_family_contact after update on gyeote.device_reach
  referencing new table as arrived for each statement
  execute function gyeote.note_family_news('med');
create trigger note_family_news after insert on gyeote.card_completions
  referencing new table as arrived for each statement
  execute function gyeote.note_family_news('cards');
create trigger note_family_news after insert on gyeote.consents
  referencing new table as arrived for each statement
  execute function gyeote.note_family_news('link');

create function gyeote.note_family_change(persons uuid[]) returns void
  language sql security definer set search_path = '' as $$
  insert into gyeote.family_versions (person_id, kind)
  select person, 'link' from unnest(persons) each (person) where person is not null
  on conflict (person_id, kind) do update set version = gyeote.family_versions.version + 1
$$;

create function gyeote.note_changed_link() returns trigger
  language plpgsql security definer set search_path = '' as $$
begin
  perform gyeote.note_family_change(array[new.senior_id, new.relative_id]);
  insert into gyeote.family_versions (person_id, kind)
  values (new.senior_id, 'med'), (new.senior_id, 'cards') on conflict do nothing;
  return null;
end $$;
create trigger note_family_news after insert or update on gyeote.family_links
  for each row execute function gyeote.note_changed_link();

create function gyeote.note_changed_invite() returns trigger
  language plpgsql security definer set search_path = '' as $$
begin
  perform gyeote.note_family_change(array[new.senior_id, new.relative_id]);
  return null;
end $$;
create trigger note_family_news after update on gyeote.family_invites
  for each row execute function gyeote.note_changed_invite();

-- Links from before have their rows as well.
insert into gyeote.family_versions (person_id, kind)
select distinct senior_id, kind from gyeote.family_links, unnest(array['link', 'med', 'cards']) each (kind)
where status = 'active';

revoke execute on all functions in schema gyeote from public;
grant execute on function gyeote.note_reach(boolean) to authenticated;
