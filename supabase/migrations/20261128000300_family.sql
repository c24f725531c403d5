-- Family links: what both sides know of each other, what a consent opens and for how long, how a link is
-- changed and ended. How one begins stands in 20261128000310_family_asking.sql.

alter table gyeote.family_links
  -- As they called themselves, and their verified numbers (E.164); null where there is none, and the numbers
  -- once the link has ended.
  add column senior_name text check (char_length(senior_name) between 1 and 20),
  add column senior_phone text check (senior_phone ~ '^\+[0-9]{8,15}$'),
  add column relative_name text check (char_length(relative_name) between 1 and 20),
  add column relative_phone text check (relative_phone ~ '^\+[0-9]{8,15}$'),
  add column side_by_side boolean not null default false,
  -- A helper may write from then on; null for who only looks.
  add column helps_from timestamptz;

alter policy "Both sides read their link" on gyeote.family_links
  using ((senior_id = (select auth.uid()) or relative_id = (select auth.uid()))
    and not (select gyeote.is_held()));

-- `med` is everything of the medicines, `med_today` those of today and yesterday and nothing else.
alter table gyeote.consents drop constraint consents_kind_check;
alter table gyeote.consents add constraint consents_kind_check
  check (kind in ('health_data', 'med_today', 'med', 'cards', 'presence', 'scam_alert'));

-- A consent to a relative holds for half a year; then the senior is asked again.
create or replace function gyeote.visible_persons(kind text) returns uuid[]
  language plpgsql stable security definer set search_path = '' as $$
begin
  return (
    select coalesce(array_agg(link.senior_id), '{}') || array_remove(array[auth.uid()], null)
    from gyeote.family_links link
    where link.relative_id = auth.uid()
      and link.status = 'active'
      and exists (
        select from unnest(case visible_persons.kind
          when 'med_today' then array['med_today', 'med'] else array[visible_persons.kind] end) opens (kind)
        where (
          select consent.given and consent.created_at > now() - interval '6 months'
          from gyeote.consents consent
          where consent.link_id = link.id and consent.kind = opens.kind
          order by consent.number desc
          limit 1
        )
      )
  );
end $$;

-- Whoever let the viewer add and change their medicines, once the day of waiting is over.
create function gyeote.helped_persons() returns uuid[]
  language plpgsql stable security definer set search_path = '' as $$
begin
  return (
    select coalesce(array_agg(senior_id), '{}') from gyeote.family_links
    where relative_id = auth.uid() and status = 'active' and role = 'help' and helps_from <= now()
  );
end $$;

create function gyeote.linked_seniors() returns uuid[]
  language plpgsql stable security definer set search_path = '' as $$
begin
  return (
    select coalesce(array_agg(senior_id), '{}') from gyeote.family_links
    where relative_id = auth.uid() and status = 'active'
  );
end $$;

-- The care date before this one in Korea, as an epoch day: a bedtime dose after midnight is yesterday's.
create function gyeote.yesterday() returns int
  language plpgsql stable set search_path = '' as $$
begin
  return (now() at time zone 'Asia/Seoul')::date - date '1970-01-01' - 1;
end $$;

do $$
declare
  fact text;
begin
  -- What is due today follows from these; stock, visits, pictures and the emergency sheet do not.
  foreach fact in array array['courses', 'course_versions', 'slot_hours', 'zones', 'packs', 'pauses',
    'pause_ends', 'retractions']
  loop
    execute format(
      'alter policy "Medicines are seen by those the person lets see them" on gyeote.%I
         using ((person_id = (select auth.uid())
             or person_id = any ((select gyeote.visible_persons(''med_today''))::uuid[]))
           and not (select gyeote.is_held()))', fact);
  end loop;
  foreach fact in array array['answers', 'intakes']
  loop
    execute format(
      'alter policy "Medicines are seen by those the person lets see them" on gyeote.%I
         using ((person_id = (select auth.uid())
             or person_id = any ((select gyeote.visible_persons(''med''))::uuid[])
             or (%s and person_id = any ((select gyeote.visible_persons(''med_today''))::uuid[])))
           and not (select gyeote.is_held()))', fact,
      case fact when 'answers' then 'care_date >= (select gyeote.yesterday())'
        else 'taken_wall >= 1440 * (select gyeote.yesterday())' end);
  end loop;
end $$;

-- In a session that is not sure of itself a relative sees no cards of others either.
alter policy "Completions are seen by those the person lets see cards" on gyeote.card_completions
  using (person_id = (select auth.uid())
    or (person_id = any ((select gyeote.visible_persons('cards'))::uuid[])
      and not (select gyeote.is_held())));

-- Names and numbers on a link follow those of the people.
create function gyeote.rename_on_links() returns trigger
  language plpgsql security definer set search_path = '' as $$
declare
  number text := case when auth.uid() = new.id then auth.jwt() ->> 'phone' end;
begin
  update gyeote.family_links
  set senior_name = new.display_name, senior_phone = coalesce(number, senior_phone)
  where senior_id = new.id and status = 'active';
  update gyeote.family_links
  set relative_name = coalesce(new.display_name, relative_name),
    relative_phone = coalesce(number, relative_phone)
  where relative_id = new.id and status = 'active';
  return null;
end $$;
create trigger rename_on_links after update of display_name, anonymous on gyeote.people
  for each row when (old.display_name is distinct from new.display_name
    or old.anonymous is distinct from new.anonymous)
  execute function gyeote.rename_on_links();

-- The event `family_link` in the viewer's trail. Both are named by their subject, so that whoever leaves is
-- named by nothing.
create function gyeote.tell_family_link(link gyeote.family_links, change text) returns void
  language plpgsql security definer set search_path = '' as $$
begin
  insert into gyeote.audit_subjects (person_id) values (link.senior_id), (link.relative_id)
  on conflict do nothing;
  perform gyeote.record_event('family_link', jsonb_build_object(
    'senior_id', (select subject_id from gyeote.audit_subjects where person_id = link.senior_id),
    'guardian_id', (select subject_id from gyeote.audit_subjects where person_id = link.relative_id),
    'change', change));
end $$;

-- One row for each kind that may be chosen: what was not chosen was refused.
create function gyeote.note_family_consents(link uuid, kinds text[], text_version text) returns void
  language sql security definer set search_path = '' as $$
  insert into gyeote.consents (person_id, link_id, kind, given, text_version)
  select auth.uid(), note_family_consents.link, kind, kind = any (kinds), note_family_consents.text_version
  from unnest(array['med_today', 'med', 'cards']) offered (kind)
$$;

-- What the relative sees from now on, as the senior chose it under these words. False when the link is not
-- theirs or has ended.
create function gyeote.change_family_consents(link_id uuid, kinds text[], text_version text) returns boolean
  language plpgsql security definer set search_path = '' as $$
declare
  link gyeote.family_links;
begin
  select * into link from gyeote.family_links family
  where family.id = change_family_consents.link_id and senior_id = auth.uid() and status = 'active'
    and not gyeote.is_held()
  for update;
  if not found then
    return false;
  end if;
  perform gyeote.note_family_consents(link.id, kinds, text_version);
  perform gyeote.tell_family_link(link, 'changed');
  return true;
end $$;

-- Either side, at once; the numbers go. True also when it had ended before.
create function gyeote.end_family_link(link_id uuid) returns boolean
  language plpgsql security definer set search_path = '' as $$
declare
  link gyeote.family_links;
begin
  select * into link from gyeote.family_links family
  where family.id = end_family_link.link_id and auth.uid() in (senior_id, relative_id)
    and not gyeote.is_held()
  for update;
  if not found then
    return false;
  end if;
  if link.status <> 'ended' then
    update gyeote.family_links family
    set status = 'ended', ended_at = now(), role = 'view', helps_from = null,
      senior_phone = null, relative_phone = null
    where family.id = link.id;
    perform gyeote.tell_family_link(link, 'ended');
  end if;
  return true;
end $$;

-- Who helps may write after a day, at once only when they were linked side by side.
create function gyeote.choose_family_role(link_id uuid, role text) returns boolean
  language plpgsql security definer set search_path = '' as $$
begin
  update gyeote.family_links link
  set role = choose_family_role.role,
    helps_from = case when choose_family_role.role = 'help' then
      coalesce(helps_from, now() + case when side_by_side then interval '0' else interval '24 hours' end)
      end
  where link.id = choose_family_role.link_id and senior_id = auth.uid() and status = 'active'
    and not gyeote.is_held();
  return found;
end $$;

revoke execute on all functions in schema gyeote from public;
grant execute on function gyeote.helped_persons(), gyeote.linked_seniors(), gyeote.yesterday(),
  gyeote.change_family_consents(uuid, text[], text), gyeote.end_family_link(uuid),
  gyeote.choose_family_role(uuid, text) to authenticated;
