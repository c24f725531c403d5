-- What policies call is written in plpgsql: a connection keeps its plan, where one in SQL is planned at each
-- call. Links are found by either side through an index, by deletions too.

drop index gyeote.family_links_by_relative;
-- Of ended ones too: leaving, adoption and export look for every link of a person.
create index family_links_by_senior on gyeote.family_links (senior_id);
create index family_links_by_relative on gyeote.family_links (relative_id);

create or replace function gyeote.refuse_moved_world() returns trigger
  language plpgsql security definer set search_path = '' as $$
begin
  if exists (select from gyeote.family_links where senior_id = new.id or relative_id = new.id) then
    raise exception 'a linked person cannot become or cease to be a demo person'
      using errcode = '23514';
  end if;
  return new;
end $$;

-- The viewer and everyone who lets the viewer see this kind, as an array: a policy that compares with
-- `any ((select gyeote.visible_persons('cards'))::uuid[])` computes it once and uses the index. In plpgsql,
-- like everything that policies call: a connection keeps its plan, where one in SQL is planned at each call.
create or replace function gyeote.visible_persons(kind text) returns uuid[]
  language plpgsql stable security definer set search_path = '' as $$
begin
  return (
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
  );
end $$;

-- For policies of sensitive tables: this session still waits.
create or replace function gyeote.is_held() returns boolean
  language plpgsql stable security definer set search_path = '' as $$
begin
  return exists (select from gyeote.devices where person_id = auth.uid()
    and session_id = (auth.jwt() ->> 'session_id')::uuid and held_until > now());
end $$;

-- Health data needs a consent of its own (개인정보보호법 제23조): the newest answer to it rules.
create or replace function gyeote.may_keep_health_data() returns boolean
  language plpgsql stable security definer set search_path = '' as $$
begin
  return coalesce((
    select given from gyeote.consents
    where person_id = auth.uid() and kind = 'health_data' and link_id is null
    order by number desc limit 1
  ), false);
end $$;

-- Removes, with everything that belongs to them, the people whose seven days are over by `at`.
create or replace function gyeote.remove_deleted_accounts(at timestamptz) returns setof uuid
  language sql security definer set search_path = '' as $$
  with removed as (
    delete from gyeote.people where id = any (array(
      select id from gyeote.people
      where deletion_requested_at <= at - interval '7 days' and not is_demo
      order by deletion_requested_at limit 500))
    returning id
  )
  insert into gyeote.erasures (person_id) select id from removed
  on conflict (person_id) do update set claimed_at = null
  returning person_id
$$;

-- Removes anonymous people: those who never did anything after 7 idle days, the others after 400.
create or replace function gyeote.remove_abandoned_accounts(today date) returns setof uuid
  language sql security definer set search_path = '' as $$
  with removed as (
    delete from gyeote.people where id = any (array(
      select id from gyeote.people person
      where anonymous and not is_demo and last_active_on <= today - 7
        and (last_active_on <= today - 400 or not (
          exists (select from gyeote.card_completions where person_id = person.id)
          or exists (select from gyeote.quiz_answers where person_id = person.id)
          or exists (select from gyeote.points_ledger where person_id = person.id)
          or exists (select from gyeote.days_together where person_id = person.id)
          or exists (select from gyeote.applied_commands where person_id = person.id)
          or exists (select from gyeote.consents where person_id = person.id)
          or exists (select from gyeote.family_links
                     where senior_id = person.id or relative_id = person.id)))
      order by last_active_on limit 500))
    returning id
  )
  insert into gyeote.erasures (person_id) select id from removed
  on conflict (person_id) do update set claimed_at = null
  returning person_id
$$;

-- Who reads their own rows is known without asking whom else they may see: that is looked up only for rows of
-- somebody else.
do $$
declare
  fact text;
begin
  foreach fact in array array['courses', 'course_versions', 'slot_hours', 'zones', 'packs', 'stock_counts',
    'pauses', 'pause_ends', 'retractions', 'answers', 'intakes', 'snoozes']
  loop
    execute format(
      'alter policy "Medicines are seen by those the person lets see them" on gyeote.%I
         using ((person_id = (select auth.uid())
             or person_id = any ((select gyeote.visible_persons(''med''))::uuid[]))
           and not (select gyeote.is_held()))', fact);
  end loop;
end $$;
