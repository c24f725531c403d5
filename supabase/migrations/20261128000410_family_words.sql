-- A kind word in both directions. The senior says once a day that all is well, to everybody who is linked
-- with them; a relative writes one sentence a day, which the senior reads or hears. Nothing of it is pushed.

-- Days are those of Korea, as on every page of the family.
create table gyeote.family_fine (
  person_id uuid not null references gyeote.people on delete cascade,
  day date not null,
  said_at timestamptz not null,
  primary key (person_id, day)
);
alter table gyeote.family_fine enable row level security;
grant select on gyeote.family_fine to authenticated;
create policy "The family sees that all is well, of today and yesterday" on gyeote.family_fine
  for select to authenticated
  using ((person_id = (select auth.uid())
      or (day - date '1970-01-01' >= (select gyeote.yesterday())
        and person_id = any ((select gyeote.linked_seniors())::uuid[])))
    and not (select gyeote.is_held()));

create trigger note_family_news after insert on gyeote.family_fine
  referencing new table as arrived for each statement
  execute function gyeote.note_family_news('link');

-- The viewer is well, as they said at this time; a day counts once. False when nobody is linked to hear it.
create function gyeote.say_fine(said timestamptz) returns boolean
  language plpgsql security definer set search_path = '' as $$
begin
  if gyeote.is_held() or not exists (select from gyeote.family_links
    where senior_id = auth.uid() and status = 'active') then
    return false;
  end if;
  insert into gyeote.family_fine (person_id, day, said_at)
  values (auth.uid(), (said at time zone 'Asia/Seoul')::date, said)
  on conflict do nothing;
  return true;
end $$;

create function gyeote.adopt_family_fine() returns trigger
  language plpgsql security definer set search_path = '' as $$
begin
  insert into gyeote.family_fine (person_id, day, said_at)
  select new.person_id, day, said_at from gyeote.family_fine where person_id = new.adopted_id
  on conflict do nothing;
  return null;
end $$;
create trigger adopt_family_fine after insert on gyeote.adoptions
  for each row execute function gyeote.adopt_family_fine();

-- Belongs to the link and to nobody else: it moves with it and goes with it.
create table gyeote.family_words (
  id uuid primary key default gen_random_uuid(),
  link_id uuid not null references gyeote.family_links on delete cascade,
  day date not null,
  words text not null check (char_length(words) between 1 and 60),
  created_at timestamptz not null default now(),
  -- The senior has put it away; not for the relative to see.
  heard_at timestamptz,
  unique (link_id, day)
);

create function gyeote.own_links() returns uuid[]
  language plpgsql stable security definer set search_path = '' as $$
begin
  return (
    select coalesce(array_agg(id), '{}') from gyeote.family_links
    where auth.uid() in (senior_id, relative_id) and status = 'active'
  );
end $$;

alter table gyeote.family_words enable row level security;
grant select (id, link_id, day, words, created_at) on gyeote.family_words to authenticated;
create policy "Both sides of a link read its words for a week" on gyeote.family_words
  for select to authenticated
  using (link_id = any ((select gyeote.own_links())::uuid[])
    and created_at > now() - interval '7 days'
    and not (select gyeote.is_held()));

-- `sent`, also when the same words are sent twice; `already` when others were sent today; `no_link`.
create function gyeote.send_family_word(link uuid, said text) returns text
  language plpgsql security definer set search_path = '' as $$
declare
  today date := (now() at time zone 'Asia/Seoul')::date;
begin
  perform from gyeote.family_links
  where id = link and relative_id = auth.uid() and status = 'active' and not gyeote.is_held()
  for share;
  if not found then
    return 'no_link';
  end if;
  insert into gyeote.family_words (link_id, day, words) values (link, today, said)
  on conflict (link_id, day) do nothing;
  if found or exists (select from gyeote.family_words
    where link_id = link and day = today and words = said) then
    return 'sent';
  end if;
  return 'already';
end $$;

-- What the viewer's family wrote and they have not put away, the oldest first.
create function gyeote.words_to_hear()
  returns table (id uuid, name text, words text, created_at timestamptz)
  language sql stable security definer set search_path = '' as $$
  select word.id, link.relative_name, word.words, word.created_at
  from gyeote.family_words word
  join gyeote.family_links link on link.id = word.link_id
  where link.senior_id = auth.uid() and link.status = 'active' and word.heard_at is null
    and word.created_at > now() - interval '7 days' and not gyeote.is_held()
  order by word.created_at
$$;

create function gyeote.hear_family_word(word uuid) returns void
  language sql security definer set search_path = '' as $$
  update gyeote.family_words set heard_at = coalesce(heard_at, now())
  where id = word and not gyeote.is_held() and link_id in (select link.id from gyeote.family_links link
    where link.senior_id = auth.uid() and link.status = 'active')
$$;

create function gyeote.forget_ended_words() returns trigger
  language plpgsql security definer set search_path = '' as $$
begin
  delete from gyeote.family_words where link_id = new.id;
  return null;
end $$;
create trigger forget_ended_words after update of status on gyeote.family_links
  for each row when (new.status = 'ended') execute function gyeote.forget_ended_words();

create function gyeote.forget_family_words(at timestamptz) returns void
  language sql security definer set search_path = '' as $$
  delete from gyeote.family_words where created_at <= at - interval '7 days';
  delete from gyeote.family_fine where said_at <= at - interval '7 days'
$$;

revoke execute on all functions in schema gyeote from public;
grant execute on function gyeote.say_fine(timestamptz), gyeote.own_links(),
  gyeote.send_family_word(uuid, text), gyeote.words_to_hear(), gyeote.hear_family_word(uuid)
  to authenticated;
grant execute on function gyeote.forget_family_words(timestamptz) to app;
