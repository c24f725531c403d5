-- A block is of whoever asked and of the number they were seen with: to leave and to come back with the same number opens nothing.
-- Decision 0021.

alter table gyeote.family_blocks
  add column id uuid not null default gen_random_uuid(),
  -- As `hash_number` makes it; null of blocks from before, and of a number that was handed on since.
  add column number_hash bytea,
  -- When whoever is blocked left: they are named by nothing any more.
  add column left_at timestamptz,
  drop constraint family_blocks_pkey,
  add primary key (id),
  alter column relative_id drop not null,
  alter column relative_name drop not null,
  add unique (senior_id, relative_id),
  add check (relative_id is not null or (number_hash is not null and left_at is not null));
-- What the senior may read of it; the hash is for comparing.
revoke select on gyeote.family_blocks from authenticated;
grant select (id, senior_id, relative_id, relative_name, created_at, left_at)
  on gyeote.family_blocks to authenticated;

update gyeote.family_blocks block set number_hash = sha256(convert_to(
  case when senior.is_demo then 'demo ' else '' end || (
    select number from (
      select relative_phone as number from gyeote.family_requests where relative_id = block.relative_id
      union all
      select relative_phone from gyeote.family_invites where relative_id = block.relative_id
      union all
      select relative_phone from gyeote.family_links where relative_id = block.relative_id
      union all
      select senior_phone from gyeote.family_links where senior_id = block.relative_id
    ) known where number is not null limit 1), 'UTF8'))
from gyeote.people senior where senior.id = block.senior_id;

create or replace function gyeote.blocked_relatives() returns uuid[]
  language plpgsql stable security definer set search_path = '' as $$
begin
  return (select coalesce(array_agg(relative_id), '{}') from gyeote.family_blocks
    where senior_id = auth.uid() and relative_id is not null);
end $$;

create function gyeote.blocked_numbers() returns bytea[]
  language plpgsql stable security definer set search_path = '' as $$
begin
  return (select coalesce(array_agg(number_hash), '{}') from gyeote.family_blocks
    where senior_id = auth.uid() and number_hash is not null);
end $$;

alter policy "A request is seen by whoever asked and, until answered, by whoever holds the number"
  on gyeote.family_requests
  using (expires_at > now() and taken_back_at is null
    and (relative_id = (select auth.uid())
      or (to_hash = (select gyeote.own_number_hash()) and answered_at is null
        and relative_id <> all ((select gyeote.blocked_relatives())::uuid[])
        and gyeote.hash_number(relative_phone) <> all ((select gyeote.blocked_numbers())::bytea[])))
    and not (select gyeote.is_held()));

create or replace function gyeote.take_waiting(waiting uuid,
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
    and expires_at > now() and request.taken_back_at is null and request.relative_id <> auth.uid()
    and request.relative_id <> all (gyeote.blocked_relatives())
    and gyeote.hash_number(request.relative_phone) <> all (gyeote.blocked_numbers())
  returning request.relative_id, request.relative_name, request.relative_phone, false
  into relative_id, relative_name, relative_phone, side_by_side;
end $$;

-- Takes the place the code offers, once. Null when the code is old, used, one's own or unknown, and for
-- whoever the senior has blocked; the same id again for whoever took it.
create or replace function gyeote.join_family(secret_hash bytea, name text) returns uuid
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
    or exists (select from gyeote.family_blocks block
      where block.senior_id = invite.senior_id
        and (block.relative_id = viewer or block.number_hash = gyeote.hash_number(number)))
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

-- The senior's no, which nobody is told. Whoever is blocked sees nothing any more, however they were linked.
create or replace function gyeote.refuse_family(waiting uuid, block boolean) returns void
  language plpgsql security definer set search_path = '' as $$
declare
  relative record;
begin
  select * into relative from gyeote.take_waiting(waiting);
  if block and relative.relative_id is not null then
    insert into gyeote.family_blocks (senior_id, relative_id, relative_name, number_hash)
    values (auth.uid(), relative.relative_id, relative.relative_name,
      gyeote.hash_number(relative.relative_phone))
    on conflict do nothing;
    perform gyeote.end_family_link(link.id) from gyeote.family_links link
    where link.senior_id = auth.uid() and link.relative_id = relative.relative_id and link.status <> 'ended';
  end if;
end $$;

-- By the block's id, and by the relative's for the version before this one.
create or replace function gyeote.unblock_family(relative uuid) returns void
  language sql security definer set search_path = '' as $$
  delete from gyeote.family_blocks block
  where block.senior_id = auth.uid() and relative in (block.id, block.relative_id) and not gyeote.is_held()
$$;

-- Of whoever leaves no name stays with those who blocked them, but the hash of their number for a year.
create function gyeote.keep_blocks_of_leaving() returns trigger
  language plpgsql security definer set search_path = '' as $$
begin
  delete from gyeote.family_blocks where relative_id = old.id and number_hash is null;
  update gyeote.family_blocks set relative_id = null, relative_name = null, left_at = now()
  where relative_id = old.id;
  return old;
end $$;
create trigger keep_blocks_of_leaving before delete on gyeote.people
  for each row execute function gyeote.keep_blocks_of_leaving();

create or replace function gyeote.forget_family_asking(at timestamptz) returns void
  language sql security definer set search_path = '' as $$
  delete from gyeote.family_requests where expires_at <= at;
  delete from gyeote.family_invites
  where coalesce(joined_at + interval '1 day', expires_at) <= at;
  delete from gyeote.family_blocks where left_at <= at - interval '1 year'
$$;

-- A block is not of whoever is handed the number.
create or replace function gyeote.forget_number_of(person uuid) returns void
  language sql security definer set search_path = '' as $$
  update gyeote.family_links set senior_phone = null
  where senior_id = person and senior_phone is not null;
  update gyeote.family_links set relative_phone = null
  where relative_id = person and relative_phone is not null;
  -- Nobody asks to be let in without a verified number.
  delete from gyeote.family_requests where relative_id = person;
  delete from gyeote.family_invites where relative_id = person;
  update gyeote.family_blocks set number_hash = null where relative_id = person and number_hash is not null
$$;

-- When an anonymous account is adopted, whom it blocked stays blocked; its code is shown anew.
create or replace function gyeote.adopt_family_blocks() returns trigger
  language plpgsql security definer set search_path = '' as $$
begin
  insert into gyeote.family_blocks (senior_id, relative_id, relative_name, number_hash, left_at, created_at)
  select new.person_id, relative_id, relative_name, number_hash, left_at, created_at
  from gyeote.family_blocks
  where senior_id = new.adopted_id and relative_id is distinct from new.person_id
  on conflict do nothing;
  update gyeote.family_links set senior_phone = auth.jwt() ->> 'phone'
  where senior_id = new.person_id and status = 'active' and senior_phone is null;
  return null;
end $$;

revoke execute on all functions in schema gyeote from public;
grant execute on function gyeote.blocked_numbers(), gyeote.hash_number(text) to authenticated;
