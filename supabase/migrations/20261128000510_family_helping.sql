-- 도와주기: a relative adds and changes medicines for a senior who chose so on their own screen. Each fact
-- says who wrote it, and the senior keeps of each change that they have seen it, or put it back.

alter table gyeote.consents drop constraint consents_kind_check;
alter table gyeote.consents add constraint consents_kind_check
  check (kind in ('health_data', 'med_today', 'med', 'cards', 'presence', 'scam_alert', 'help'));

-- Whoever let the viewer add and change their medicines, once the day of waiting is over: for as long as the
-- consent to it holds, the viewer may see the medicines they would change, and the senior's own consent to
-- the keeping of health data stands.
create or replace function gyeote.helped_persons() returns uuid[]
  language plpgsql stable security definer set search_path = '' as $$
declare
  allowing uuid[] := gyeote.visible_persons('help');
  seen uuid[] := gyeote.visible_persons('med_today');
begin
  return (
    select coalesce(array_agg(link.senior_id), '{}') from gyeote.family_links link
    where link.relative_id = auth.uid() and link.status = 'active'
      and link.role = 'help' and link.helps_from <= now()
      and link.senior_id = any (allowing) and link.senior_id = any (seen)
      and (
        select given from gyeote.consents
        where person_id = link.senior_id and kind = 'health_data' and link_id is null
        order by number desc limit 1
      )
  );
end $$;

-- The senior's choice under these words, from the next request on. Who helps may write after a day, at once
-- only when they were linked side by side; saying it again does not begin the day anew. False when the link
-- is not theirs or has ended.
create function gyeote.choose_family_help(link_id uuid, helps boolean, text_version text) returns boolean
  language plpgsql security definer set search_path = '' as $$
declare
  link gyeote.family_links;
begin
  update gyeote.family_links family
  set role = case when helps then 'help' else 'view' end,
    helps_from = case when helps then
      coalesce(helps_from, now() + case when side_by_side then interval '0' else interval '24 hours' end)
      end
  where family.id = choose_family_help.link_id and senior_id = auth.uid() and status = 'active'
    and not gyeote.is_held()
  returning * into link;
  if not found then
    return false;
  end if;
  insert into gyeote.consents (person_id, link_id, kind, given, text_version)
  values (auth.uid(), link.id, 'help', helps, choose_family_help.text_version);
  perform gyeote.tell_family_link(link, 'changed');
  return true;
end $$;
-- It left no consent behind.
drop function gyeote.choose_family_role(uuid, text);

-- What adding, changing, pausing and ending a medicine writes, and nothing else: no answers, no counts, no
-- pictures, no visits. Being in hospital (a pause of everything) is the senior's to say.
do $$
declare
  fact text;
begin
  foreach fact in array array['courses', 'course_versions', 'slot_hours', 'packs', 'pauses', 'pause_ends']
  loop
    execute format(
      'create policy "Who helps adds and changes medicines, in their own name" on gyeote.%I
         for insert to authenticated
         with check (by_id = (select auth.uid())
           and person_id = any ((select gyeote.helped_persons())::uuid[])
           and not (select gyeote.is_held())%s)', fact,
      case fact
        when 'pauses' then ' and course_id is not null'
        when 'pause_ends' then ' and exists (select from gyeote.pauses pause
          where pause.person_id = pause_ends.person_id and pause.id = pause_id
            and pause.course_id is not null)'
        else '' end);
  end loop;
end $$;

-- The senior has seen what somebody else wrote (`fact_id`, the first of what was written at once), or put it
-- back by facts of their own. Of nobody else's concern.
create table gyeote.acknowledgements (
  person_id uuid not null references gyeote.people on delete cascade,
  id uuid not null,
  by_id uuid not null,
  device_id uuid default (auth.jwt() ->> 'session_id')::uuid,
  at timestamptz not null,
  received_at timestamptz not null default now(),
  fact_id uuid not null,
  put_back boolean not null,
  primary key (person_id, id)
);
alter table gyeote.acknowledgements enable row level security;
grant select on gyeote.acknowledgements to authenticated;
grant insert (person_id, id, by_id, at, fact_id, put_back) on gyeote.acknowledgements to authenticated;
create policy "A person alone sees these" on gyeote.acknowledgements
  for select to authenticated
  using (person_id = (select auth.uid()) and not (select gyeote.is_held()));
create policy "A person writes of their own medicines, with consent" on gyeote.acknowledgements
  for insert to authenticated
  with check (person_id = (select auth.uid()) and by_id = (select auth.uid())
    and (select gyeote.may_keep_health_data()));

create function gyeote.adopt_acknowledgements() returns trigger
  language plpgsql security definer set search_path = '' as $$
begin
  update gyeote.acknowledgements
  set person_id = new.person_id, received_at = clock_timestamp(),
    by_id = case by_id when new.adopted_id then new.person_id else by_id end
  where person_id = new.adopted_id;
  return null;
end $$;
create trigger adopt_acknowledgements after insert on gyeote.adoptions
  for each row execute function gyeote.adopt_acknowledgements();

-- In the demo families who is linked may help as well. Once: what a senior took back stays so.
create function gyeote.let_demo_help(link uuid) returns void
  language plpgsql security definer set search_path = '' as $$
begin
  if exists (select from gyeote.consents where link_id = link and kind = 'help') then
    return;
  end if;
  update gyeote.family_links family set role = 'help', helps_from = now()
  where family.id = link and status = 'active'
    and exists (select from gyeote.people where id = senior_id and is_demo);
  if found then
    insert into gyeote.consents (person_id, link_id, kind, given, text_version)
    select senior_id, link, 'help', true, 'demo' from gyeote.family_links where id = link;
  end if;
end $$;

revoke execute on all functions in schema gyeote from public;
grant execute on function gyeote.choose_family_help(uuid, boolean, text) to authenticated;
grant execute on function gyeote.let_demo_help(uuid) to app;
