-- Somebody at whom a process dies, be it of them or by chance, is due again when the lease ends: how often that may be.
alter table gyeote.reminder_plans
  -- Claims of which nothing came since the last one that was finished.
  add column tries int not null default 0;
alter table gyeote.family_weekly add column tries int not null default 0;

-- As `lease`, from the third try on longer by chance, so that those whom a process had together come apart; beyond the
-- fourth ever longer, for a day at most.
create function gyeote.lease_of_try(lease interval, tries int) returns interval
  language sql volatile set search_path = '' as $$
  select case when tries < 3 then lease else least(interval '1 day',
    lease * power(2, least(greatest(tries - 4, 0), 12)) * (1 + random())) end
$$;

-- As in 20261128000642_reminder_times.sql. Twice a process takes many; whoever was not finished then is taken alone, and
-- only once nobody else is due.
create or replace function gyeote.claim_reminders(at timestamptz, most int, lease interval, token uuid)
  returns setof uuid
  language plpgsql security definer set search_path = '' as $$
declare
  theirs uuid[];
begin
  theirs := array(
    select due.person_id from gyeote.reminder_plans due
    where due.next_at <= at and due.tries < 2
      and (due.claimed_until is null or due.claimed_until < clock_timestamp())
    order by due.next_at limit most for update skip locked);
  if cardinality(theirs) < most then
    theirs := theirs || array(
      select ahead.person_id from gyeote.reminder_plans ahead
      where ahead.planned_at > at + interval '2 minutes' and ahead.person_id <> all (theirs)
        and ahead.tries < 2
        and (ahead.claimed_until is null or ahead.claimed_until < clock_timestamp())
      order by ahead.planned_at desc limit most - cardinality(theirs) for update skip locked);
  end if;
  -- Two looks into two indexes: one over both would read everybody.
  if cardinality(theirs) = 0 then
    theirs := array(
      select alone.person_id from gyeote.reminder_plans alone
      where alone.next_at <= at and alone.tries >= 2
        and (alone.claimed_until is null or alone.claimed_until < clock_timestamp())
      order by alone.next_at limit 1 for update skip locked);
  end if;
  if cardinality(theirs) = 0 then
    theirs := array(
      select alone.person_id from gyeote.reminder_plans alone
      where alone.planned_at > at + interval '2 minutes' and alone.tries >= 2
        and (alone.claimed_until is null or alone.claimed_until < clock_timestamp())
      order by alone.planned_at desc limit 1 for update skip locked);
  end if;
  return query
    update gyeote.reminder_plans plan
    set claim = token, woken = false, tries = plan.tries + 1,
      claimed_until = clock_timestamp() + gyeote.lease_of_try(lease, plan.tries + 1)
    where plan.person_id = any (theirs)
    returning plan.person_id;
end $$;

-- As in 20261128000642_reminder_times.sql. Of somebody whom a process has for the fifth time nothing is pushed: it is
-- written down as failed, and its phones as given up.
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
      select plan.person_id, gyeote.day_of_pushes(plan.pushed_on, on_day) as day,
        case when plan.pushed_on = gyeote.day_of_pushes(plan.pushed_on, on_day) then plan.pushed else 0 end
          as before,
        case when plan.tries > 4 then 0 else most_a_day end as most,
        case when plan.tries > 4 then 'failed' else 'capped' end as otherwise
      from gyeote.reminder_plans plan
      where plan.claim = token and plan.claimed_until > clock_timestamp()
        and plan.person_id = any (theirs)
      order by plan.person_id for update
    ), phones as materialized (
      select phone.id, phone.person_id from gyeote.push_devices phone
      where phone.id = any (asked) order by phone.id for key share
    ), ranked as materialized (
      select want.*, held.most, held.otherwise,
        held.before + row_number() over (partition by want.person order by want.place) as nth_of_day
      from want
      join held on held.person_id = want.person
      join phones on phones.id = want.device and phones.person_id = want.person
    ), kept as (
      insert into gyeote.reminder_sends as sent
        (person_id, device_id, about, step, due_at, state, tries)
      select person, device, about, step, due_at,
        case when nth_of_day <= ranked.most then 'sending' else ranked.otherwise end, 1
      from ranked
      on conflict (person_id, about, step, device_id) do update
        set state = excluded.state, tries = sent.tries + 1
      returning sent.id, sent.person_id, sent.about, sent.step, sent.device_id, sent.state, sent.tries
    ), counted as (
      update gyeote.reminder_plans plan
      set claimed_until = greatest(plan.claimed_until, clock_timestamp() + lease), pushed_on = held.day,
        pushed = held.before + (select count(*) from ranked
          where ranked.person = plan.person_id and ranked.nth_of_day <= ranked.most)
      from held where plan.person_id = held.person_id and plan.person_id = any (theirs)
    )
    select ranked.place, kept.id, kept.tries from kept
    join ranked on ranked.person = kept.person_id and ranked.about = kept.about
      and ranked.step = kept.step and ranked.device = kept.device_id
    where kept.state = 'sending';
  update gyeote.push_devices phone set error = 'given_up'
  from gyeote.reminder_plans plan
  where phone.id = any (asked) and plan.person_id = phone.person_id and plan.person_id = any (theirs)
    and plan.claim = token and plan.claimed_until > clock_timestamp() and plan.tries > 4;
end $$;

-- As in 20261128000642_reminder_times.sql. Whoever was finished begins anew; of whom something was given up, what comes
-- next has one try, alone.
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
    tries = case when plan.tries > 4 then 3 else 0 end,
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

-- As in 20261128000542_family_weekly.sql, with the same tries: four claims of which nothing came are enough for a week.
create or replace function gyeote.claim_weekly(week date, at timestamptz, most int, lease interval, token uuid)
  returns table (person uuid, way text, email text, off_id uuid, phones json)
  language plpgsql security definer set search_path = '' as $$
declare
  theirs uuid[];
begin
  update gyeote.family_weekly old set tries = 0
  where old.tries > 0 and old.claimed_until < clock_timestamp() - interval '1 day';
  for turn in 1..2 loop
    theirs := array(
      select due.person_id from gyeote.family_weekly due
      join gyeote.people leaving on leaving.id = due.person_id
      where due.way is not null and due.sent_week is distinct from week
        and leaving.deletion_requested_at is null
        and (due.claimed_until is null or due.claimed_until < clock_timestamp())
        and case when turn = 1 then due.tries < 2 else due.tries between 2 and 3 end
        and exists (select from gyeote.family_links link
          where link.relative_id = due.person_id and link.status = 'active')
      order by due.tries, due.person_id
      limit case when turn = 1 then most else 1 end for update of due skip locked);
    exit when cardinality(theirs) > 0;
  end loop;
  return query
    update gyeote.family_weekly weekly
    set claim = token, tries = weekly.tries + 1,
      claimed_until = clock_timestamp() + gyeote.lease_of_try(lease, weekly.tries + 1)
    where weekly.person_id = any (theirs)
    returning weekly.person_id, weekly.way, weekly.email, weekly.off_id,
      (select coalesce(json_agg(json_build_object('id', phone.id, 'endpoint', phone.endpoint,
          'p256dh', phone.p256dh, 'auth', phone.auth)), '[]')
        from gyeote.push_devices phone join gyeote.devices device using (session_id)
        where phone.person_id = weekly.person_id and device.signed_out_at is null
          and coalesce(device.number_question, 'yes') = 'yes'
          and coalesce(device.held_until <= at, true));
end $$;

-- As in 20261128000640_gone_endpoints.sql.
create or replace function gyeote.finish_weekly(its_person uuid, token uuid, week date, its_error text,
  later interval, gone uuid[]) returns boolean
  language plpgsql security definer set search_path = '' as $$
begin
  update gyeote.family_weekly set claim = null, tries = 0,
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

revoke execute on all functions in schema gyeote from public;
