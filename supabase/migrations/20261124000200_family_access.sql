-- Who may see whom. No page uses this yet; every policy of every later feature does.

create table gyeote.family_links (
  id uuid primary key default gen_random_uuid(),
  senior_id uuid not null references gyeote.people on delete cascade,
  relative_id uuid not null references gyeote.people on delete cascade,
  relation text not null check (char_length(relation) between 1 and 20),
  role text not null default 'view' check (role in ('view', 'help')),
  status text not null default 'pending' check (status in ('pending', 'active', 'ended')),
  created_at timestamptz not null default now(),
  ended_at timestamptz,
  check (senior_id <> relative_id)
);
create unique index family_links_open on gyeote.family_links (senior_id, relative_id)
  where status <> 'ended';
create index family_links_by_relative on gyeote.family_links (relative_id) where status = 'active';

alter table gyeote.family_links enable row level security;
grant select on gyeote.family_links to authenticated;
create policy "Both sides read their link" on gyeote.family_links
  for select to authenticated
  using (senior_id = (select auth.uid()) or relative_id = (select auth.uid()));

-- People of a demo family and real people never meet.
create function gyeote.refuse_mixed_link() returns trigger
  language plpgsql security definer set search_path = '' as $$
begin
  if (select count(distinct is_demo) from gyeote.people
      where id in (new.senior_id, new.relative_id)) > 1 then
    raise exception 'a demo person cannot be linked to a real one' using errcode = '23514';
  end if;
  return new;
end $$;
create trigger same_world before insert or update of senior_id, relative_id on gyeote.family_links
  for each row execute function gyeote.refuse_mixed_link();

create function gyeote.refuse_moved_world() returns trigger
  language plpgsql security definer set search_path = '' as $$
begin
  if exists (select from gyeote.family_links where new.id in (senior_id, relative_id)) then
    raise exception 'a linked person cannot become or cease to be a demo person'
      using errcode = '23514';
  end if;
  return new;
end $$;
create trigger same_world before update of is_demo on gyeote.people
  for each row when (old.is_demo is distinct from new.is_demo)
  execute function gyeote.refuse_moved_world();

-- Consents are facts: the newest of a kind rules. `link_id` is null for a consent to the operator.
create table gyeote.consents (
  id uuid primary key default gen_random_uuid(),
  person_id uuid not null references gyeote.people on delete cascade,
  link_id uuid references gyeote.family_links on delete cascade,
  kind text not null check (kind in ('health_data', 'med', 'cards', 'presence', 'scam_alert')),
  given boolean not null,
  text_version text not null,
  -- The order in which they were given: two may share a moment, and clocks are set back.
  number bigint generated always as identity,
  created_at timestamptz not null default clock_timestamp()
);
create index consents_newest on gyeote.consents (link_id, kind, number desc);
create index consents_by_person on gyeote.consents (person_id, kind, number desc);

alter table gyeote.consents enable row level security;
grant select on gyeote.consents to authenticated;
-- Neither `number` nor `created_at`: a consent dated ahead could never be withdrawn.
grant insert (id, person_id, link_id, kind, given, text_version) on gyeote.consents to authenticated;
create policy "A person reads their own consents" on gyeote.consents
  for select to authenticated using (person_id = (select auth.uid()));
create policy "A person gives consent for themselves, on their own links" on gyeote.consents
  for insert to authenticated with check (
    person_id = (select auth.uid())
    and (link_id is null
      or link_id in (select id from gyeote.family_links where senior_id = (select auth.uid())))
  );

-- The viewer and everyone who lets the viewer see this kind, as an array: a policy that compares with
-- `any ((select gyeote.visible_persons('cards'))::uuid[])` computes it once and uses the index.
create function gyeote.visible_persons(kind text) returns uuid[]
  language sql stable security definer set search_path = '' as $$
  select coalesce(array_agg(link.senior_id), '{}') || array_remove(array[auth.uid()], null)
  from gyeote.family_links link
  where link.relative_id = auth.uid()
    and link.status = 'active'
    and (
      select consent.given from gyeote.consents consent
      where consent.link_id = link.id and consent.kind = visible_persons.kind
      order by consent.number desc
      limit 1
    )
$$;

revoke execute on all functions in schema gyeote from public;
grant execute on function gyeote.visible_persons(text) to authenticated;
