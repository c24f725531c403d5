-- A process whose clock ran ahead, or a machine whose clock did, has planned people from a moment that is yet to come:
-- until then nobody would look at them.
alter table gyeote.reminder_plans add column planned_at timestamptz;
create index reminder_plans_planned on gyeote.reminder_plans (planned_at);

-- As in 20261128000100_reminders.sql; whoever was planned from a moment that is yet to come is due as well. Two
-- processes may each be a minute off.
create or replace function gyeote.claim_reminders(at timestamptz, most int, lease interval, token uuid)
  returns setof uuid
  language plpgsql security definer set search_path = '' as $$
declare
  theirs uuid[];
begin
  theirs := array(
    select due.person_id from gyeote.reminder_plans due
    where due.next_at <= at
      and (due.claimed_until is null or due.claimed_until < clock_timestamp())
    order by due.next_at limit most for update skip locked);
  if cardinality(theirs) < most then
    theirs := theirs || array(
      select ahead.person_id from gyeote.reminder_plans ahead
      where ahead.planned_at > at + interval '2 minutes' and ahead.person_id <> all (theirs)
        and (ahead.claimed_until is null or ahead.claimed_until < clock_timestamp())
      order by ahead.planned_at desc limit most - cardinality(theirs) for update skip locked);
  end if;
  return query
    update gyeote.reminder_plans plan
    set claim = token, claimed_until = clock_timestamp() + lease, woken = false
    where plan.person_id = any (theirs)
    returning plan.person_id;
end $$;

-- As in 20261128000100_reminders.sql. A day that a process began a little early is not begun anew by one that is late.
create or replace function gyeote.hold_reminders(
  token uuid, wanted jsonb, on_day date, lease interval, most_a_day int)
  returns table (place int, send_id uuid, tries int)
  language plpgsql security definer set search_path = '' as $$
declare
  -- As arrays, so that each table is read by its key: of a list the planner does not know how short it is.
  theirs uuid[] := array(
    select distinct (one ->> 'person')::uuid from jsonb_array_elements(wanted) one);
  asked uuid[] := array(
    select distinct (one ->> 'device')::uuid from jsonb_array_elements(wanted) one);
begin
  -- First, as every deletion and adoption does: whoever is being removed is waited for, not the other way round.
  perform from gyeote.people where id = any (theirs) order by id for key share;
  return query
    with want as materialized (
      select nth::int as place, (one ->> 'person')::uuid as person, (one ->> 'device')::uuid as device,
        one ->> 'about' as about, (one ->> 'step')::int as step,
        (one ->> 'dueAt')::timestamptz as due_at
      from jsonb_array_elements(wanted) with ordinality as each (one, nth)
    ), held as materialized (
      select plan.person_id, case when plan.pushed_on = on_day + 1 then on_day + 1 else on_day end as day,
        case when plan.pushed_on in (on_day, on_day + 1) then plan.pushed else 0 end as before
      from gyeote.reminder_plans plan
      where plan.claim = token and plan.claimed_until > clock_timestamp()
        and plan.person_id = any (theirs)
      order by plan.person_id for update
    ), phones as materialized (
      select phone.id, phone.person_id from gyeote.push_devices phone
      where phone.id = any (asked) order by phone.id for key share
    ), ranked as materialized (
      select want.*, held.before + row_number() over (partition by want.person order by want.place)
        as nth_of_day
      from want
      join held on held.person_id = want.person
      join phones on phones.id = want.device and phones.person_id = want.person
    ), kept as (
      insert into gyeote.reminder_sends as sent
        (person_id, device_id, about, step, due_at, state, tries)
      select person, device, about, step, due_at,
        case when nth_of_day <= most_a_day then 'sending' else 'capped' end, 1
      from ranked
      on conflict (person_id, about, step, device_id) do update
        set state = excluded.state, tries = sent.tries + 1
      returning sent.id, sent.person_id, sent.about, sent.step, sent.device_id, sent.state, sent.tries
    ), counted as (
      update gyeote.reminder_plans plan
      set claimed_until = clock_timestamp() + lease, pushed_on = held.day,
        pushed = held.before + (select count(*) from ranked
          where ranked.person = plan.person_id and ranked.nth_of_day <= most_a_day)
      from held where plan.person_id = held.person_id and plan.person_id = any (theirs)
    )
    select ranked.place, kept.id, kept.tries from kept
    join ranked on ranked.person = kept.person_id and ranked.about = kept.about
      and ranked.step = kept.step and ranked.device = kept.device_id
    where kept.state = 'sending';
end $$;

-- As in 20261128000100_reminders.sql. `sent` has two more: `begun` is false for what was not pushed at all and is no
-- try; `counts` is false for what surely reached nobody, or has been counted before, and is given back to the day.
-- `plans` has one more: plannedAt.
create or replace function gyeote.finish_reminders(token uuid, sent jsonb, late jsonb, plans jsonb)
  returns int
  language plpgsql security definer set search_path = '' as $$
declare
  held uuid[];
  written uuid[] := array(select (one ->> 'id')::uuid from jsonb_array_elements(sent) one);
  theirs uuid[] := array(select (one ->> 'person')::uuid from jsonb_array_elements(plans) one);
begin
  perform from gyeote.people where id = any (theirs) order by id for key share;
  held := array(select person_id from gyeote.reminder_plans
    where claim = token and person_id = any (theirs) order by person_id for update);

  update gyeote.reminder_sends kept
  set state = one ->> 'state', answer = (one ->> 'answer')::int,
    again_at = (one ->> 'againAt')::timestamptz,
    tries = kept.tries - (not coalesce((one ->> 'begun')::boolean, true))::int,
    sent_at = case when one ->> 'state' = 'sent' then (one ->> 'at')::timestamptz else kept.sent_at end
  from jsonb_array_elements(sent) one
  where kept.id = any (written) and kept.id = (one ->> 'id')::uuid and kept.person_id = any (held);

  insert into gyeote.reminder_sends (person_id, about, step, due_at, state)
  select (one ->> 'person')::uuid, one ->> 'about', (one ->> 'step')::int,
    (one ->> 'dueAt')::timestamptz, 'too_late'
  from jsonb_array_elements(late) one where (one ->> 'person')::uuid = any (held)
  on conflict do nothing;

  perform gyeote.remove_gone_devices(array(
    select phone.id from jsonb_array_elements(sent) one
    join gyeote.push_devices phone on phone.id = (one ->> 'device')::uuid
    where (one ->> 'gone')::boolean and phone.person_id = any (held)));
  -- What was not pushed says nothing of a phone.
  update gyeote.push_devices phone
  set sent_at = coalesce(newest.sent_at, phone.sent_at), error = newest.error,
    quiet_until = newest.quiet_until
  from (
    select (one ->> 'device')::uuid as device,
      max((one ->> 'at')::timestamptz) filter (where one ->> 'state' = 'sent') as sent_at,
      max(one ->> 'error') as error, max((one ->> 'quietUntil')::timestamptz) as quiet_until
    from jsonb_array_elements(sent) one
    where coalesce((one ->> 'begun')::boolean, true) group by 1
  ) newest
  where phone.id = newest.device and phone.person_id = any (held);

  update gyeote.reminder_plans plan
  set claim = null, claimed_until = null, woken = false,
    planned_at = (one ->> 'plannedAt')::timestamptz,
    pushed = greatest(0, plan.pushed - coalesce(given_back.pushes, 0)),
    next_at = case when plan.woken then '-infinity' else (one ->> 'nextAt')::timestamptz end
  from jsonb_array_elements(plans) one
  left join (
    select (result ->> 'person')::uuid as person, count(*)::int as pushes
    from jsonb_array_elements(sent) result
    where not coalesce((result ->> 'counts')::boolean, true) group by 1
  ) given_back on given_back.person = (one ->> 'person')::uuid
  where plan.person_id = (one ->> 'person')::uuid and plan.person_id = any (held);
  return cardinality(held);
end $$;

revoke execute on all functions in schema gyeote from public;
