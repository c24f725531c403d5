-- How a family link begins: side by side by a QR code on the senior's phone, or by a request to a number. It
-- never begins without the senior's yes on their own screen, and no answer says whether a number is known:
-- a request is addressed to the number and found by whoever holds it, so nothing is ever looked up.

-- The one who shows the code is the senior; the secret is in the code only, here lies its hash.
create table gyeote.family_invites (
  id uuid primary key default gen_random_uuid(),
  senior_id uuid not null references gyeote.people on delete cascade,
  secret_hash bytea not null unique,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null default now() + interval '10 minutes',
  -- Whoever read the code first. The senior answers them within a day.
  relative_id uuid references gyeote.people on delete cascade,
  relative_name text check (char_length(relative_name) between 1 and 20),
  relative_phone text check (relative_phone ~ '^\+[0-9]{8,15}$'),
  joined_at timestamptz,
  answered_at timestamptz,
  check (num_nulls(relative_id, relative_name, relative_phone, joined_at) in (0, 4))
);
create index family_invites_by_senior on gyeote.family_invites (senior_id);
create index family_invites_by_relative on gyeote.family_invites (relative_id);

-- Addressed to the hash of a number: nobody has to be behind it. Kept for 14 days.
create table gyeote.family_requests (
  id uuid primary key default gen_random_uuid(),
  relative_id uuid not null references gyeote.people on delete cascade,
  relative_name text not null check (char_length(relative_name) between 1 and 20),
  relative_phone text not null check (relative_phone ~ '^\+[0-9]{8,15}$'),
  to_hash bytea not null,
  -- For whoever asked: which of their requests it is.
  to_end text not null check (to_end ~ '^[0-9]{4}$'),
  created_at timestamptz not null default now(),
  expires_at timestamptz not null default now() + interval '14 days',
  -- Never shown to whoever asked: refused, blocked and unknown look alike.
  answered_at timestamptz,
  unique (relative_id, to_hash)
);
create index family_requests_by_number on gyeote.family_requests (to_hash);

create table gyeote.family_blocks (
  senior_id uuid not null references gyeote.people on delete cascade,
  relative_id uuid not null references gyeote.people on delete cascade,
  relative_name text not null,
  created_at timestamptz not null default now(),
  primary key (senior_id, relative_id)
);
create index family_blocks_by_relative on gyeote.family_blocks (relative_id);

-- Demo people and real ones never meet, so their numbers are different ones.
create function gyeote.hash_number(number text) returns bytea
  language plpgsql stable security definer set search_path = '' as $$
begin
  return (select sha256(convert_to(case when is_demo then 'demo ' else '' end || number, 'UTF8'))
    from gyeote.people where id = auth.uid());
end $$;

-- Of the number in the viewer's verified token; null without one.
create function gyeote.own_number_hash() returns bytea
  language plpgsql stable security definer set search_path = '' as $$
begin
  return gyeote.hash_number(auth.jwt() ->> 'phone');
end $$;

create function gyeote.blocked_relatives() returns uuid[]
  language plpgsql stable security definer set search_path = '' as $$
begin
  return (select coalesce(array_agg(relative_id), '{}') from gyeote.family_blocks
    where senior_id = auth.uid());
end $$;

alter table gyeote.family_invites enable row level security;
grant select (id, senior_id, created_at, expires_at, relative_id, relative_name, relative_phone,
  joined_at, answered_at) on gyeote.family_invites to authenticated;
create policy "An open invitation is seen by the senior and by whoever joined" on gyeote.family_invites
  for select to authenticated
  using ((senior_id = (select auth.uid()) or relative_id = (select auth.uid()))
    and answered_at is null
    and case when joined_at is null then expires_at > now() else joined_at > now() - interval '1 day' end
    and not (select gyeote.is_held()));

alter table gyeote.family_requests enable row level security;
grant select (id, relative_id, relative_name, relative_phone, to_end, created_at, expires_at)
  on gyeote.family_requests to authenticated;
create policy "A request is seen by whoever asked and, until answered, by whoever holds the number"
  on gyeote.family_requests for select to authenticated
  using (expires_at > now()
    and (relative_id = (select auth.uid())
      or (to_hash = (select gyeote.own_number_hash()) and answered_at is null
        and relative_id <> all ((select gyeote.blocked_relatives())::uuid[])))
    and not (select gyeote.is_held()));

alter table gyeote.family_blocks enable row level security;
grant select on gyeote.family_blocks to authenticated;
create policy "A senior reads whom they blocked" on gyeote.family_blocks
  for select to authenticated
  using (senior_id = (select auth.uid()) and not (select gyeote.is_held()));

-- A new invitation; the senior's earlier ones that nobody used end.
create function gyeote.open_family_invite(secret_hash bytea) returns uuid
  language plpgsql security definer set search_path = '' as $$
declare
  made uuid;
begin
  if auth.uid() is null or gyeote.is_held() then
    raise exception 'this session may not invite' using errcode = '42501';
  end if;
  delete from gyeote.family_invites where senior_id = auth.uid() and joined_at is null;
  insert into gyeote.family_invites (senior_id, secret_hash)
  values (auth.uid(), open_family_invite.secret_hash) returning id into made;
  return made;
end $$;

-- Takes the place the code offers, once. Null when the code is old, used, one's own or unknown, and for
-- whoever the senior has blocked; the same id again for whoever took it.
create function gyeote.join_family(secret_hash bytea, name text) returns uuid
  language plpgsql security definer set search_path = '' as $$
declare
  invite gyeote.family_invites;
  viewer uuid := auth.uid();
  number text := auth.jwt() ->> 'phone';
begin
  if viewer is null or number is null or gyeote.is_held() then
    raise exception 'a verified number is needed' using errcode = '42501';
  end if;
  select * into invite from gyeote.family_invites family
  where family.secret_hash = join_family.secret_hash and answered_at is null for update;
  if not found or invite.senior_id = viewer
    or exists (select from gyeote.family_blocks
      where senior_id = invite.senior_id and relative_id = viewer)
    or (select count(distinct is_demo) from gyeote.people where id in (viewer, invite.senior_id)) > 1
  then
    return null;
  end if;
  if invite.relative_id is not null then
    return case when invite.relative_id = viewer then invite.id end;
  end if;
  if invite.expires_at <= now() then
    return null;
  end if;
  update gyeote.family_invites set relative_id = viewer, relative_name = join_family.name,
    relative_phone = number, joined_at = now()
  where id = invite.id;
  return invite.id;
end $$;

-- Leaves a request for whoever holds the number. A second one to the same number within 14 days changes
-- nothing, also after a refusal. Of more than `most` open ones to a number no further is kept.
create function gyeote.ask_family(number text, name text, most int) returns void
  language plpgsql security definer set search_path = '' as $$
declare
  viewer uuid := auth.uid();
  wanted bytea := gyeote.hash_number(number);
begin
  if viewer is null or auth.jwt() ->> 'phone' is null or gyeote.is_held() then
    raise exception 'a verified number is needed' using errcode = '42501';
  end if;
  perform pg_advisory_xact_lock(hashtextextended(encode(wanted, 'hex'), 0));
  delete from gyeote.family_requests where to_hash = wanted and expires_at <= now();
  if (select count(*) from gyeote.family_requests where to_hash = wanted and answered_at is null) >= most
  then
    return;
  end if;
  insert into gyeote.family_requests (relative_id, relative_name, relative_phone, to_hash, to_end)
  values (viewer, ask_family.name, auth.jwt() ->> 'phone', wanted, right(number, 4))
  on conflict (relative_id, to_hash) do nothing;
end $$;

create function gyeote.take_back_family_request(request uuid) returns void
  language sql security definer set search_path = '' as $$
  -- One that was refused stays until its days are over, or asking anew would be free.
  update gyeote.family_requests set answered_at = coalesce(answered_at, now())
  where id = request and relative_id = auth.uid()
$$;

-- Who waits for the viewer's answer: an invitation that somebody joined, or a request to their number.
create function gyeote.take_waiting(waiting uuid,
  out relative_id uuid, out relative_name text, out relative_phone text, out side_by_side boolean)
  language plpgsql security definer set search_path = '' as $$
begin
  if gyeote.is_held() then
    return;
  end if;
  update gyeote.family_invites invite set answered_at = now()
  where invite.id = waiting and senior_id = auth.uid() and answered_at is null
    and joined_at > now() - interval '1 day'
  returning invite.relative_id, invite.relative_name, invite.relative_phone, true
  into relative_id, relative_name, relative_phone, side_by_side;
  if found then
    return;
  end if;
  update gyeote.family_requests request set answered_at = now()
  where request.id = waiting and to_hash = gyeote.own_number_hash() and answered_at is null
    and expires_at > now() and request.relative_id <> auth.uid()
    and not (request.relative_id = any (gyeote.blocked_relatives()))
  returning request.relative_id, request.relative_name, request.relative_phone, false
  into relative_id, relative_name, relative_phone, side_by_side;
end $$;

-- The senior's yes: the link with what they chose, under these words. Null when nobody waits any more.
create function gyeote.accept_family(waiting uuid, relation text, kinds text[], text_version text)
  returns uuid
  language plpgsql security definer set search_path = '' as $$
declare
  relative record;
  link gyeote.family_links;
begin
  select * into relative from gyeote.take_waiting(waiting);
  if relative.relative_id is null then
    return null;
  end if;
  insert into gyeote.family_links
    (senior_id, relative_id, relation, status, senior_name, senior_phone, relative_name, relative_phone,
      side_by_side)
  select auth.uid(), relative.relative_id, accept_family.relation, 'active', display_name,
    auth.jwt() ->> 'phone', relative.relative_name, relative.relative_phone, relative.side_by_side
  from gyeote.people where id = auth.uid()
  on conflict (senior_id, relative_id) where status <> 'ended' do update
    set relation = excluded.relation, status = 'active', senior_phone = excluded.senior_phone,
      relative_name = excluded.relative_name, relative_phone = excluded.relative_phone
  returning * into link;
  perform gyeote.note_family_consents(link.id, kinds, text_version);
  perform gyeote.tell_family_link(link, 'linked');
  return link.id;
end $$;

-- The senior's no, which nobody is told. True also when it was answered before.
create function gyeote.refuse_family(waiting uuid, block boolean) returns void
  language plpgsql security definer set search_path = '' as $$
declare
  relative record;
begin
  select * into relative from gyeote.take_waiting(waiting);
  if block and relative.relative_id is not null then
    insert into gyeote.family_blocks (senior_id, relative_id, relative_name)
    values (auth.uid(), relative.relative_id, relative.relative_name) on conflict do nothing;
  end if;
end $$;

create function gyeote.unblock_family(relative uuid) returns void
  language sql security definer set search_path = '' as $$
  delete from gyeote.family_blocks
  where senior_id = auth.uid() and relative_id = relative and not gyeote.is_held()
$$;

create function gyeote.forget_family_asking(at timestamptz) returns void
  language sql security definer set search_path = '' as $$
  delete from gyeote.family_requests where expires_at <= at;
  delete from gyeote.family_invites
  where coalesce(joined_at + interval '1 day', expires_at) <= at
$$;

-- When an anonymous account is adopted, whom it blocked stays blocked; its code is shown anew.
create function gyeote.adopt_family_blocks() returns trigger
  language plpgsql security definer set search_path = '' as $$
begin
  insert into gyeote.family_blocks (senior_id, relative_id, relative_name, created_at)
  select new.person_id, relative_id, relative_name, created_at from gyeote.family_blocks
  where senior_id = new.adopted_id and relative_id <> new.person_id
  on conflict do nothing;
  update gyeote.family_links set senior_phone = auth.jwt() ->> 'phone'
  where senior_id = new.person_id and status = 'active' and senior_phone is null;
  return null;
end $$;
create trigger adopt_family_blocks after insert on gyeote.adoptions
  for each row execute function gyeote.adopt_family_blocks();

revoke execute on all functions in schema gyeote from public;
grant execute on function gyeote.own_number_hash(), gyeote.blocked_relatives(),
  gyeote.open_family_invite(bytea), gyeote.join_family(bytea, text), gyeote.ask_family(text, text, int),
  gyeote.take_back_family_request(uuid), gyeote.accept_family(uuid, text, text[], text),
  gyeote.refuse_family(uuid, boolean), gyeote.unblock_family(uuid)
to authenticated;
grant execute on function gyeote.forget_family_asking(timestamptz) to app;

-- Demo families know each other from the start; the link has an id of its own, so that one that was ended
-- stays ended. The earlier function stays for the version before this one.
create function gyeote.link_demo(link uuid, senior uuid, senior_phone text, relative uuid,
  relative_phone text, relation text) returns void
  language plpgsql security definer set search_path = '' as $$
begin
  if (select count(*) from gyeote.people where id in (senior, relative) and is_demo) <> 2 then
    raise exception 'only demo people are linked this way' using errcode = '23514';
  end if;
  insert into gyeote.family_links (id, senior_id, relative_id, relation, status, senior_name,
    senior_phone, relative_name, relative_phone, side_by_side)
  select link, senior, relative, link_demo.relation, 'active',
    (select display_name from gyeote.people where id = senior), link_demo.senior_phone,
    (select display_name from gyeote.people where id = relative), link_demo.relative_phone, true
  on conflict do nothing;
  if found then
    insert into gyeote.consents (person_id, link_id, kind, given, text_version)
    select senior, link, kind, true, 'demo' from unnest(array['med', 'cards']) given (kind);
  end if;
end $$;
revoke execute on function gyeote.link_demo(uuid, uuid, text, uuid, text, text) from public;
grant execute on function gyeote.link_demo(uuid, uuid, text, uuid, text, text) to app;
