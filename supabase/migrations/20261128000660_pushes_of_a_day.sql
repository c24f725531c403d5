-- Forty pushes a day are forty of every kind. Reminders count theirs as they are held; what else is pushed, the week of
-- a relative and the last push of a phone, is taken from the same count before it goes.

-- The day that counts: one that a process began a little early is not begun anew by one that is late.
create function gyeote.day_of_pushes(pushed_on date, on_day date) returns date
  language sql immutable set search_path = '' as $$
  select case when pushed_on = on_day + 1 then pushed_on else on_day end
$$;

-- How many of those wanted may go to a person now. They are counted, whatever becomes of them.
create function gyeote.take_pushes(person uuid, on_day date, wanted int, most_a_day int) returns int
  language plpgsql security definer set search_path = '' as $$
declare
  counted date;
  before int;
  may int;
begin
  perform from gyeote.people where id = person for key share;
  if not found then
    return 0;
  end if;
  insert into gyeote.reminder_plans (person_id) values (person) on conflict do nothing;
  select gyeote.day_of_pushes(plan.pushed_on, on_day),
    case when plan.pushed_on = gyeote.day_of_pushes(plan.pushed_on, on_day) then plan.pushed else 0 end
  into counted, before
  from gyeote.reminder_plans plan where plan.person_id = person for update;
  may := greatest(0, least(wanted, most_a_day - before));
  update gyeote.reminder_plans set pushed_on = counted, pushed = before + may where person_id = person;
  return may;
end $$;

-- What surely reached nobody is given back to the day.
create function gyeote.give_back_pushes(person uuid, pushes int) returns void
  language sql security definer set search_path = '' as $$
  update gyeote.reminder_plans set pushed = greatest(0, pushed - pushes) where person_id = person
$$;

-- As in 20261128000100_reminders.sql; the pushes of the day go along.
create or replace function gyeote.adopt_reminders() returns trigger
  language plpgsql security definer set search_path = '' as $$
declare
  session uuid := (auth.jwt() ->> 'session_id')::uuid;
begin
  update gyeote.reminder_settings set person_id = new.person_id
  where person_id = new.adopted_id and not exists (
    select from gyeote.reminder_settings where person_id = new.person_id);
  update gyeote.push_devices set person_id = new.person_id, session_id = session
  where id = (
    select id from gyeote.push_devices where person_id = new.adopted_id
    order by subscribed_at desc limit 1)
    and exists (select from gyeote.devices
      where session_id = session and person_id = new.person_id and signed_out_at is null)
    and not exists (select from gyeote.push_devices where session_id = session);
  if found then
    update gyeote.reminder_sends sent set person_id = new.person_id
    from gyeote.push_devices phone
    where sent.person_id = new.adopted_id and phone.id = sent.device_id
      and phone.person_id = new.person_id;
    insert into gyeote.reminder_plans (person_id, next_at) values (new.person_id, '-infinity')
    on conflict do nothing;
    update gyeote.reminder_plans plan
    set pushed_on = adopted.pushed_on,
      pushed = adopted.pushed + case when plan.pushed_on = adopted.pushed_on then plan.pushed else 0 end
    from gyeote.reminder_plans adopted
    where plan.person_id = new.person_id and adopted.person_id = new.adopted_id
      and adopted.pushed_on is not null and coalesce(plan.pushed_on <= adopted.pushed_on, true);
    perform gyeote.wake_reminders(new.person_id);
  end if;
  return null;
end $$;

-- As in 20261128000560_phones.sql. What is new goes before what was tried, and those that were tried together come
-- apart: one at which a process dies keeps no other from going.
create or replace function gyeote.claim_last_pushes(at timestamptz, most int)
  returns table (id uuid, person_id uuid, endpoint text, p256dh text, auth text)
  language plpgsql security definer set search_path = '' as $$
begin
  delete from gyeote.last_pushes old where old.made_at < at - interval '28 days';
  return query
    update gyeote.last_pushes push
    set tries = push.tries + 1,
      claimed_until = clock_timestamp() + (1 + random()) * least(
        interval '1 minute' * power(2, least(push.tries, 9)), interval '6 hours')
    where push.id = any (array(
      select due.id from gyeote.last_pushes due
      where due.claimed_until is null or due.claimed_until < clock_timestamp()
      order by due.tries, due.made_at limit most for update skip locked))
    returning push.id, push.person_id, push.endpoint, push.p256dh, push.auth;
end $$;

revoke execute on all functions in schema gyeote from public;
grant execute on function gyeote.take_pushes(uuid, date, int, int),
  gyeote.give_back_pushes(uuid, int) to app;
