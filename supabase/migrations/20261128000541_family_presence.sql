-- That a senior opened 곁에 today, for a relative with that consent; and that a relative looked at what a
-- senior shows them, for the senior. Of both the day and never the time (docs/decisions/0017).

-- The care date in Korea: the night until 04:00 belongs to the day before.
create function gyeote.care_date() returns date
  language plpgsql stable set search_path = '' as $$
begin
  return (now() at time zone 'Asia/Seoul' - interval '4 hours')::date;
end $$;

create table gyeote.family_presence (
  person_id uuid not null references gyeote.people on delete cascade,
  day date not null,
  primary key (person_id, day)
);
alter table gyeote.family_presence enable row level security;
grant select on gyeote.family_presence to authenticated;
create policy "That somebody was here today is seen by those they let see it" on gyeote.family_presence
  for select to authenticated
  using ((person_id = (select auth.uid())
      or (day = (select gyeote.care_date())
        and person_id = any ((select gyeote.visible_persons('presence'))::uuid[])))
    and not (select gyeote.is_held()));

-- Whether somebody is allowed to know that the viewer is here: without, nothing is written down.
create function gyeote.shares_presence() returns boolean
  language plpgsql stable security definer set search_path = '' as $$
begin
  return exists (
    select from gyeote.family_links link
    where link.senior_id = auth.uid() and link.status = 'active' and (
      select consent.given and consent.created_at > now() - interval '6 months'
      from gyeote.consents consent
      where consent.link_id = link.id and consent.kind = 'presence'
      order by consent.number desc limit 1));
end $$;

-- The viewer has opened 곁에 today. A day counts once, and takes the place of those before.
create function gyeote.note_presence() returns void
  language plpgsql security definer set search_path = '' as $$
begin
  if gyeote.is_held() or not gyeote.shares_presence() then
    return;
  end if;
  delete from gyeote.family_presence where person_id = auth.uid() and day < gyeote.care_date();
  insert into gyeote.family_presence (person_id, day) values (auth.uid(), gyeote.care_date())
  on conflict do nothing;
end $$;

-- An open page of a relative hears of it, and with a new day that it is over.
alter table gyeote.family_versions drop constraint family_versions_kind_check;
alter table gyeote.family_versions add constraint family_versions_kind_check
  check (kind in ('link', 'med', 'cards', 'presence'));
alter policy "News are seen by those who may see what is new" on gyeote.family_versions
  using ((person_id = (select auth.uid())
      or (kind = 'link' and person_id = any ((select gyeote.linked_seniors())::uuid[]))
      or (kind = 'med' and person_id = any ((select gyeote.visible_persons('med_today'))::uuid[]))
      or (kind = 'cards' and person_id = any ((select gyeote.visible_persons('cards'))::uuid[]))
      or (kind = 'presence' and person_id = any ((select gyeote.visible_persons('presence'))::uuid[])))
    and not (select gyeote.is_held()));
create or replace function gyeote.note_changed_link() returns trigger
  language plpgsql security definer set search_path = '' as $$
begin
  perform gyeote.note_family_change(array[new.senior_id, new.relative_id]);
  insert into gyeote.family_versions (person_id, kind)
  values (new.senior_id, 'med'), (new.senior_id, 'cards'), (new.senior_id, 'presence')
  on conflict do nothing;
  return null;
end $$;
insert into gyeote.family_versions (person_id, kind)
select distinct senior_id, 'presence' from gyeote.family_links where status = 'active';
create trigger note_family_news after insert on gyeote.family_presence
  referencing new table as arrived for each statement
  execute function gyeote.note_family_news('presence');

-- Belongs to the link and goes with it; only the senior reads it.
create table gyeote.family_looks (
  link_id uuid not null references gyeote.family_links on delete cascade,
  -- Of Korea, as on every page of the family.
  day date not null,
  primary key (link_id, day)
);

create function gyeote.links_as_senior() returns uuid[]
  language plpgsql stable security definer set search_path = '' as $$
begin
  return (
    select coalesce(array_agg(id), '{}') from gyeote.family_links
    where senior_id = auth.uid() and status = 'active'
  );
end $$;

alter table gyeote.family_looks enable row level security;
grant select on gyeote.family_looks to authenticated;
create policy "A senior reads for 30 days who looked" on gyeote.family_looks
  for select to authenticated
  using (link_id = any ((select gyeote.links_as_senior())::uuid[])
    and day > (now() at time zone 'Asia/Seoul')::date - 30
    and not (select gyeote.is_held()));

-- The viewer was shown something of the seniors of these links; those of others are passed over.
create function gyeote.note_family_looks(links uuid[]) returns void
  language sql security definer set search_path = '' as $$
  insert into gyeote.family_looks (link_id, day)
  select id, (now() at time zone 'Asia/Seoul')::date from gyeote.family_links
  where id = any (links) and relative_id = auth.uid() and status = 'active' and not gyeote.is_held()
  on conflict do nothing
$$;

create function gyeote.forget_ended_looks() returns trigger
  language plpgsql security definer set search_path = '' as $$
begin
  delete from gyeote.family_looks where link_id = new.id;
  return null;
end $$;
create trigger forget_ended_looks after update of status on gyeote.family_links
  for each row when (new.status = 'ended') execute function gyeote.forget_ended_looks();

create function gyeote.forget_family_days(at timestamptz) returns void
  language sql security definer set search_path = '' as $$
  delete from gyeote.family_presence where day < (at at time zone 'Asia/Seoul' - interval '4 hours')::date;
  delete from gyeote.family_looks where day <= (at at time zone 'Asia/Seoul')::date - 30
$$;

create function gyeote.adopt_family_presence() returns trigger
  language plpgsql security definer set search_path = '' as $$
begin
  insert into gyeote.family_presence (person_id, day)
  select new.person_id, day from gyeote.family_presence where person_id = new.adopted_id
  on conflict do nothing;
  return null;
end $$;
create trigger adopt_family_presence after insert on gyeote.adoptions
  for each row execute function gyeote.adopt_family_presence();

revoke execute on all functions in schema gyeote from public;
grant execute on function gyeote.care_date(), gyeote.shares_presence(), gyeote.note_presence(),
  gyeote.links_as_senior(), gyeote.note_family_looks(uuid[]) to authenticated;
grant execute on function gyeote.forget_family_days(timestamptz) to app;
