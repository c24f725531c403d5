-- The ladder from silence to the family: what a senior chose, whom it has told, and what ended it
-- (app/features/reminders/ladder, app/features/family/ladder, docs/decisions/0016).

-- Each row is a consent of its own: the newest rules, for half a year. `link_ids` in the order in which they are
-- told; minutes are those of the day in Korea.
create table gyeote.ladder_choices (
  id uuid primary key default gen_random_uuid(),
  person_id uuid not null references gyeote.people on delete cascade,
  given boolean not null,
  text_version text not null check (char_length(text_version) between 1 and 40),
  after_minutes int not null check (after_minutes in (60, 90, 120)),
  quiet_from int not null check (quiet_from between 0 and 1439),
  quiet_to int not null check (quiet_to between 0 and 1439),
  course_ids uuid[] not null check (cardinality(course_ids) <= 100),
  link_ids uuid[] not null check (cardinality(link_ids) <= 10),
  number bigint generated always as identity,
  chosen_at timestamptz not null
);
create index ladder_choices_newest on gyeote.ladder_choices (person_id, number desc);

-- One relative who was told of one group of doses, `<care date>|<slot>` as in `snoozes`.
create table gyeote.ladder_steps (
  id uuid primary key default gen_random_uuid(),
  person_id uuid not null references gyeote.people on delete cascade,
  about text not null check (about ~ '^\d{5}\|[A-Za-z0-9-]{1,36}$'),
  link_id uuid not null references gyeote.family_links on delete cascade,
  -- The medicines it is about: as soon as none of them waits for an answer it is over.
  course_ids uuid[] not null,
  opened_at timestamptz not null,
  unique (person_id, about, link_id)
);
create index ladder_steps_by_link on gyeote.ladder_steps (link_id, opened_at);

-- What stopped the ladder of a group before an answer did: 「알리지 마세요」, or a relative's 「제가 챙길게요」. The
-- first of them holds.
create table gyeote.ladder_ends (
  person_id uuid not null references gyeote.people on delete cascade,
  about text not null check (about ~ '^\d{5}\|[A-Za-z0-9-]{1,36}$'),
  how text not null check (how in ('stopped', 'taken_on')),
  link_id uuid references gyeote.family_links on delete set null,
  -- As the relative called themselves; null once the link has ended.
  name text check (char_length(name) between 1 and 20),
  at timestamptz not null,
  primary key (person_id, about)
);
create index ladder_ends_by_link on gyeote.ladder_ends (link_id);

alter table gyeote.ladder_choices enable row level security;
alter table gyeote.ladder_steps enable row level security;
alter table gyeote.ladder_ends enable row level security;
grant select on gyeote.ladder_choices, gyeote.ladder_steps, gyeote.ladder_ends to authenticated;

create policy "A person reads what they chose of the ladder" on gyeote.ladder_choices
  for select to authenticated
  using (person_id = (select auth.uid()) and not (select gyeote.is_held()));
-- Whom else the senior has told is nobody else's to know.
create policy "A step is read by the senior, and by whom it told while they see today" on gyeote.ladder_steps
  for select to authenticated
  using ((person_id = (select auth.uid())
      or (link_id = any ((select gyeote.own_links())::uuid[])
        and person_id = any ((select gyeote.visible_persons('med_today'))::uuid[])))
    and not (select gyeote.is_held()));
create policy "What ended it is read by the senior and by whom it told" on gyeote.ladder_ends
  for select to authenticated
  using ((person_id = (select auth.uid())
      or (person_id = any ((select gyeote.visible_persons('med_today'))::uuid[])
        and exists (select from gyeote.ladder_steps step
          where step.person_id = ladder_ends.person_id and step.about = ladder_ends.about)))
    and not (select gyeote.is_held()));

create trigger note_family_news after insert on gyeote.ladder_steps
  referencing new table as arrived for each statement
  execute function gyeote.note_family_news('med');
create trigger note_family_news after insert on gyeote.ladder_ends
  referencing new table as arrived for each statement
  execute function gyeote.note_family_news('med');
create trigger wake_reminders after insert on gyeote.ladder_choices
  for each row execute function gyeote.wake_reminders_of_row();

create function gyeote.end_ladders(senior uuid, ended_at timestamptz) returns void
  language sql security definer set search_path = '' as $$
  insert into gyeote.ladder_ends (person_id, about, how, at)
  select distinct told.person_id, told.about, 'stopped', ended_at from gyeote.ladder_steps told
  where told.person_id = senior
  on conflict do nothing
$$;

create function gyeote.end_ladders_without_consent() returns trigger
  language plpgsql security definer set search_path = '' as $$
begin
  perform gyeote.end_ladders(new.person_id, new.created_at);
  return null;
end $$;
create trigger end_ladders after insert on gyeote.consents
  for each row when (new.kind = 'health_data' and not new.given)
  execute function gyeote.end_ladders_without_consent();

-- What the viewer wants from now on, under these words. False when a medicine or a link is not theirs.
create function gyeote.choose_ladder(
  given boolean, text_version text, after_minutes int, quiet_from int, quiet_to int, courses uuid[],
  links uuid[], chosen timestamptz) returns boolean
  language plpgsql security definer set search_path = '' as $$
begin
  if gyeote.is_held()
    or (given and (cardinality(courses) = 0 or cardinality(links) = 0))
    or exists (select from unnest(courses) each (id) where not exists (
      select from gyeote.courses course where course.id = each.id and course.person_id = auth.uid()))
    or exists (select from unnest(links) each (id) where not exists (
      select from gyeote.family_links link
      where link.id = each.id and link.senior_id = auth.uid() and link.status = 'active')) then
    return false;
  end if;
  insert into gyeote.ladder_choices
    (person_id, given, text_version, after_minutes, quiet_from, quiet_to, course_ids, link_ids, chosen_at)
  values (auth.uid(), given, text_version, after_minutes, quiet_from, quiet_to, courses, links, chosen);
  -- Whoever wants nobody told any more means those as well who were told a moment ago.
  if not given then
    perform gyeote.end_ladders(auth.uid(), chosen);
  end if;
  return true;
end $$;

-- 「알리지 마세요」: nobody is told of this group, or nobody further. Days that are not about now are left alone.
create function gyeote.stop_ladder(group_about text, said timestamptz) returns void
  language plpgsql security definer set search_path = '' as $$
begin
  if gyeote.is_held() or abs(split_part(group_about, '|', 1)::int
      - ((said at time zone 'Asia/Seoul')::date - date '1970-01-01')) > 2 then
    return;
  end if;
  insert into gyeote.ladder_ends (person_id, about, how, at)
  values (auth.uid(), group_about, 'stopped', said) on conflict do nothing;
end $$;

-- 「제가 챙길게요」, for everybody who was told. `taken_on`, also the second time; `other` when another relative
-- was first; `over` when the senior wants nobody told, or nothing of it is theirs to see any more.
create function gyeote.take_on_ladder(step uuid, said timestamptz) returns text
  language plpgsql security definer set search_path = '' as $$
declare
  told gyeote.ladder_steps;
  ended gyeote.ladder_ends;
begin
  select * into told from gyeote.ladder_steps one
  where one.id = take_on_ladder.step and not gyeote.is_held()
    and one.person_id = any (gyeote.visible_persons('med_today'))
    and exists (select from gyeote.family_links link
      where link.id = one.link_id and link.relative_id = auth.uid() and link.status = 'active');
  if not found then
    return 'over';
  end if;
  insert into gyeote.ladder_ends (person_id, about, how, link_id, name, at)
  select told.person_id, told.about, 'taken_on', link.id, link.relative_name, said
  from gyeote.family_links link where link.id = told.link_id
  on conflict do nothing;
  select * into ended from gyeote.ladder_ends one
  where one.person_id = told.person_id and one.about = told.about;
  return case when ended.how = 'stopped' then 'over'
    when ended.link_id = told.link_id then 'taken_on' else 'other' end;
end $$;

-- What a relative was told goes with the link, and so does their name.
create function gyeote.forget_ended_ladder() returns trigger
  language plpgsql security definer set search_path = '' as $$
begin
  delete from gyeote.ladder_steps where link_id = new.id;
  update gyeote.ladder_ends set name = null, link_id = null where link_id = new.id;
  return null;
end $$;
create trigger forget_ended_ladder after update of status on gyeote.family_links
  for each row when (new.status = 'ended') execute function gyeote.forget_ended_ladder();

-- What was chosen with two accounts cannot be put together: that of the account that stays holds.
create function gyeote.adopt_ladder() returns trigger
  language plpgsql security definer set search_path = '' as $$
begin
  update gyeote.ladder_choices set person_id = new.person_id
  where person_id = new.adopted_id and not exists (
    select from gyeote.ladder_choices where person_id = new.person_id);
  update gyeote.ladder_steps step set person_id = new.person_id
  where person_id = new.adopted_id and not exists (select from gyeote.ladder_steps other
    where other.person_id = new.person_id and other.about = step.about and other.link_id = step.link_id);
  update gyeote.ladder_ends ended set person_id = new.person_id
  where person_id = new.adopted_id and not exists (select from gyeote.ladder_ends other
    where other.person_id = new.person_id and other.about = ended.about);
  return null;
end $$;
create trigger adopt_ladder after insert on gyeote.adoptions
  for each row execute function gyeote.adopt_ladder();

revoke execute on all functions in schema gyeote from public;
grant execute on function
  gyeote.choose_ladder(boolean, text, int, int, int, uuid[], uuid[], timestamptz),
  gyeote.stop_ladder(text, timestamptz), gyeote.take_on_ladder(uuid, timestamptz) to authenticated;
