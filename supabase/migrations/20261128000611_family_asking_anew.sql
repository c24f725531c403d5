-- Nobody's request shuts out another's: all are kept, one for each who asks and number, and whoever asks anew stands
-- first. The senior's page shows the newest few. Decision 0021.

alter table gyeote.family_requests
  -- By whoever asked. Unlike an answer it may be thought better of.
  add column taken_back_at timestamptz;
comment on column gyeote.family_requests.created_at is 'When it was asked the last time, also after a refusal';

drop policy "A request is seen by whoever asked and, until answered, by whoever holds the number"
  on gyeote.family_requests;
create policy "A request is seen by whoever asked and, until answered, by whoever holds the number"
  on gyeote.family_requests for select to authenticated
  using (expires_at > now() and taken_back_at is null
    and (relative_id = (select auth.uid())
      or (to_hash = (select gyeote.own_number_hash()) and answered_at is null
        and relative_id <> all ((select gyeote.blocked_relatives())::uuid[])))
    and not (select gyeote.is_held()));

-- Leaves a request for whoever holds the number, or puts one's own there on top. What was refused stays so until its
-- fourteen days are over, and whatever whoever asked can read changes in the same way.
create function gyeote.ask_family(number text, name text) returns void
  language plpgsql security definer set search_path = '' as $$
declare
  viewer uuid := auth.uid();
  wanted bytea := gyeote.hash_number(number);
begin
  if viewer is null or auth.jwt() ->> 'phone' is null or gyeote.is_held() then
    raise exception 'a verified number is needed' using errcode = '42501';
  end if;
  delete from gyeote.family_requests
  where relative_id = viewer and to_hash = wanted and expires_at <= now();
  insert into gyeote.family_requests (relative_id, relative_name, relative_phone, to_hash, to_end)
  values (viewer, ask_family.name, auth.jwt() ->> 'phone', wanted, right(number, 4))
  on conflict (relative_id, to_hash) do update
    set relative_name = excluded.relative_name, relative_phone = excluded.relative_phone,
      created_at = excluded.created_at, taken_back_at = null;
end $$;

-- For the version before this one.
create or replace function gyeote.ask_family(number text, name text, most int) returns void
  language sql security definer set search_path = '' as $$
  select gyeote.ask_family(number, name)
$$;

create or replace function gyeote.take_back_family_request(request uuid) returns void
  language sql security definer set search_path = '' as $$
  update gyeote.family_requests set taken_back_at = now()
  where id = request and relative_id = auth.uid()
$$;

-- A request that was taken back since is no one's to answer.
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
    and not (request.relative_id = any (gyeote.blocked_relatives()))
  returning request.relative_id, request.relative_name, request.relative_phone, false
  into relative_id, relative_name, relative_phone, side_by_side;
end $$;

revoke execute on all functions in schema gyeote from public;
grant execute on function gyeote.ask_family(text, text) to authenticated;
