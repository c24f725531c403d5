-- Addresses that a push service said are gone. The phone does not know it: its browser hands the same one back at each
-- start, until it is told to make another.
create table gyeote.gone_endpoints (
  endpoint_hash bytea primary key,
  gone_at timestamptz not null default now()
);
create index gone_endpoints_by_age on gyeote.gone_endpoints (gone_at);
alter table gyeote.gone_endpoints enable row level security;

create function gyeote.remove_gone_devices(gone uuid[]) returns void
  language sql security definer set search_path = '' as $$
  with removed as (
    delete from gyeote.push_devices where id = any (gone) returning endpoint_hash
  )
  insert into gyeote.gone_endpoints (endpoint_hash) select endpoint_hash from removed
  on conflict do nothing
$$;

create function gyeote.is_gone_endpoint(its_endpoint text) returns boolean
  language sql stable security definer set search_path = '' as $$
  select exists (select from gyeote.gone_endpoints
    where endpoint_hash = sha256(convert_to(its_endpoint, 'UTF8')))
$$;

-- As in 20261128000542_family_weekly.sql.
create or replace function gyeote.finish_weekly(its_person uuid, token uuid, week date, its_error text,
  later interval, gone uuid[]) returns boolean
  language plpgsql security definer set search_path = '' as $$
begin
  update gyeote.family_weekly set claim = null,
    sent_week = case when later is null then week else sent_week end,
    claimed_until = case when later is not null then clock_timestamp() + later end,
    error = its_error
  where person_id = its_person and claim = token;
  if not found then
    return false;
  end if;
  perform gyeote.remove_gone_devices(array(
    select id from gyeote.push_devices where id = any (gone) and person_id = its_person));
  return true;
end $$;

-- As in 20261128000100_reminders.sql. A phone that was off for longer subscribes with what is gone once more, and is
-- told so after the next push.
create or replace function gyeote.trim_reminder_sends(before timestamptz) returns int
  language plpgsql security definer set search_path = '' as $$
declare
  trimmed int;
begin
  delete from gyeote.gone_endpoints where gone_at < before;
  delete from gyeote.reminder_sends where due_at < before;
  get diagnostics trimmed = row_count;
  return trimmed;
end $$;

revoke execute on all functions in schema gyeote from public;
grant execute on function gyeote.is_gone_endpoint(text) to authenticated;
