-- Reminders by Web Push: the phones they go to, what a person chose, and the work of sending them, which any
-- number of processes share (app/features/reminders, docs/decisions/0012).

create table gyeote.reminder_settings (
  person_id uuid primary key references gyeote.people on delete cascade,
  doses boolean not null,
  repeats int not null check (repeats between 0 and 3),
  every_minutes int not null check (every_minutes in (5, 10, 15, 30)),
  names_medicines boolean not null,
  -- Minute of the day on the person's wall; null while no hour was chosen.
  card_minute int check (card_minute between 0 and 1439),
  changed_at timestamptz not null
);

-- One phone a session. Who knows an endpoint and the server's key can push to it, so it is nobody else's to see.
create table gyeote.push_devices (
  id uuid primary key default gen_random_uuid(),
  person_id uuid not null references gyeote.people on delete cascade,
  session_id uuid not null unique references gyeote.devices on delete cascade,
  endpoint text not null check (endpoint like 'https://%' and char_length(endpoint) <= 1000),
  endpoint_hash bytea not null unique,
  p256dh text not null check (char_length(p256dh) between 80 and 100),
  auth text not null check (char_length(auth) between 20 and 32),
  subscribed_at timestamptz not null,
  sent_at timestamptz,
  delivered_at timestamptz,
  error text check (char_length(error) <= 40),
  -- What the push service asked for with 429.
  quiet_until timestamptz
);
create index push_devices_by_person on gyeote.push_devices (person_id);

-- When somebody has to be looked at next: the one table in which due work is searched, and the only thing
-- that is claimed. Whoever has no phone to push to has no row.
create table gyeote.reminder_plans (
  person_id uuid primary key references gyeote.people on delete cascade,
  -- Null: not before something changes. '-infinity': something has.
  next_at timestamptz,
  -- Something changed while a process had it.
  woken boolean not null default false,
  claim uuid,
  -- By the database's clock: processes need not agree about theirs.
  claimed_until timestamptz,
  test_at timestamptz,
  -- Pushes of that day to all phones of the person, counted before they go.
  pushed_on date,
  pushed int not null default 0
);
create index reminder_plans_due on gyeote.reminder_plans (next_at);

create table gyeote.reminder_sends (
  id uuid primary key default gen_random_uuid(),
  person_id uuid not null references gyeote.people on delete cascade,
  -- Null for what went to no phone.
  device_id uuid references gyeote.push_devices on delete cascade,
  -- `<date>|dose|<slot>`, `<date>|card` or `<date>|test|<ms>`, the date in days since 1970-01-01: five digits
  -- that sort, so that the last days of a person lie together in the index of the key.
  about text collate "C" not null check (about ~ '^\d{5}\|' and char_length(about) <= 80),
  step int not null check (step >= 0),
  due_at timestamptz not null,
  state text not null
    check (state in ('sending', 'sent', 'again', 'failed', 'capped', 'too_late')),
  tries int not null default 0,
  again_at timestamptz,
  sent_at timestamptz,
  -- The worker of the phone has shown it.
  delivered_at timestamptz,
  -- What the push service answered; null when it did not.
  answer int,
  unique nulls not distinct (person_id, about, step, device_id)
);
create index reminder_sends_by_device on gyeote.reminder_sends (device_id);
create index reminder_sends_by_age on gyeote.reminder_sends (due_at);

-- Written by the functions below alone. A session that waits sees none of it: docs/decisions/0007.
do $$
declare
  work text;
begin
  foreach work in array array['reminder_settings', 'push_devices', 'reminder_plans',
    'reminder_sends']
  loop
    execute format('alter table gyeote.%I enable row level security', work);
    execute format('grant select on gyeote.%I to authenticated', work);
    execute format(
      'create policy "A person reads of their own reminders" on gyeote.%I
         for select to authenticated
         using (person_id = (select auth.uid()) and not (select gyeote.is_held()))', work);
  end loop;
end $$;

-- Has the person looked at by the next process that is free, also when one has them just now.
create function gyeote.wake_reminders(person uuid) returns void
  language plpgsql security definer set search_path = '' as $$
begin
  update gyeote.reminder_plans set next_at = '-infinity', woken = true
  where person_id = person and not (woken and next_at is not distinct from '-infinity');
end $$;

create function gyeote.wake_reminders_of_row() returns trigger
  language plpgsql security definer set search_path = '' as $$
begin
  perform gyeote.wake_reminders(new.person_id);
  return null;
end $$;

-- Whatever due doses follow from. Answers are looked at when the next repeat is due, so that only taking
-- one back makes work.
do $$
declare
  source text;
begin
  foreach source in array array['courses', 'course_versions', 'slot_hours', 'zones', 'packs', 'pauses',
    'pause_ends', 'retractions', 'snoozes']
  loop
    execute format('create trigger wake_reminders after insert or update of person_id on gyeote.%I
      for each row execute function gyeote.wake_reminders_of_row()', source);
  end loop;
end $$;
create trigger wake_reminders after insert on gyeote.answers
  for each row when (new.kind = 'cleared') execute function gyeote.wake_reminders_of_row();
create trigger wake_reminders after insert on gyeote.consents
  for each row when (new.kind = 'health_data') execute function gyeote.wake_reminders_of_row();
create trigger wake_reminders after insert or update on gyeote.reminder_settings
  for each row execute function gyeote.wake_reminders_of_row();

-- What the viewer wants from now on. Two phones may each have had a word without a network: the later one holds.
create function gyeote.choose_reminders(
  doses boolean, repeats int, every_minutes int, names_medicines boolean, card_minute int,
  at timestamptz) returns void
  language sql security definer set search_path = '' as $$
  insert into gyeote.reminder_settings as chosen
    (person_id, doses, repeats, every_minutes, names_medicines, card_minute, changed_at)
  values (auth.uid(), doses, repeats, every_minutes, names_medicines, card_minute, at)
  on conflict (person_id) do update
    set doses = excluded.doses, repeats = excluded.repeats,
      every_minutes = excluded.every_minutes, names_medicines = excluded.names_medicines,
      card_minute = excluded.card_minute, changed_at = excluded.changed_at
    where chosen.changed_at <= excluded.changed_at
$$;

-- The phone of this session is the viewer's from now on, whoever it belonged to before.
create function gyeote.claim_push_endpoint(
  its_endpoint text, its_p256dh text, its_auth text, at timestamptz) returns void
  language plpgsql security definer set search_path = '' as $$
declare
  viewer uuid := auth.uid();
  session uuid := (auth.jwt() ->> 'session_id')::uuid;
  hash bytea := sha256(convert_to(its_endpoint, 'UTF8'));
begin
  if not exists (select from gyeote.devices
    where session_id = session and person_id = viewer and signed_out_at is null) then
    raise exception 'only a session that goes on is reminded' using errcode = '42501';
  end if;
  delete from gyeote.push_devices
  where (endpoint_hash = hash and person_id <> viewer)
    or (session_id = session and endpoint_hash <> hash);
  update gyeote.push_devices
  set session_id = session, p256dh = its_p256dh, auth = its_auth, error = null
  where endpoint_hash = hash and person_id = viewer;
  if found then
    return;
  end if;
  insert into gyeote.push_devices
    (person_id, session_id, endpoint, endpoint_hash, p256dh, auth, subscribed_at)
  values (viewer, session, its_endpoint, hash, its_p256dh, its_auth, at)
  on conflict do nothing;
  -- Ten phones are more than anybody has: the oldest make room.
  delete from gyeote.push_devices where id = any (array(
    select id from gyeote.push_devices where person_id = viewer
    order by subscribed_at desc, id offset 10));
  insert into gyeote.reminder_plans (person_id, next_at) values (viewer, '-infinity')
  on conflict do nothing;
  perform gyeote.wake_reminders(viewer);
end $$;

create function gyeote.release_push_endpoint(its_endpoint text) returns void
  language sql security definer set search_path = '' as $$
  delete from gyeote.push_devices
  where endpoint_hash = sha256(convert_to(its_endpoint, 'UTF8')) and person_id = auth.uid()
$$;

-- Signing out, here or from another phone, and "that is not my number" end a session in one way.
create function gyeote.release_push_device() returns trigger
  language plpgsql security definer set search_path = '' as $$
begin
  delete from gyeote.push_devices where session_id = new.session_id;
  return null;
end $$;
create trigger release_push_device after update of signed_out_at on gyeote.devices
  for each row when (new.signed_out_at is not null) execute function gyeote.release_push_device();

-- The same phone goes on under the account that adopts: its endpoint leaves the anonymous session for the one
-- that has just begun. What was sent goes along, so that no reminder comes a second time.
create function gyeote.adopt_reminders() returns trigger
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
    perform gyeote.wake_reminders(new.person_id);
  end if;
  return null;
end $$;
create trigger adopt_reminders after insert on gyeote.adoptions
  for each row execute function gyeote.adopt_reminders();

-- False when there is no phone to send it to.
create function gyeote.ask_for_test_reminder(due timestamptz) returns boolean
  language plpgsql security definer set search_path = '' as $$
begin
  if not exists (select from gyeote.push_devices where person_id = auth.uid()) then
    return false;
  end if;
  update gyeote.reminder_plans set test_at = due where person_id = auth.uid();
  perform gyeote.wake_reminders(auth.uid());
  return true;
end $$;

-- People who are due, the longest waiting first, for one process for as long as `lease`.
create function gyeote.claim_reminders(at timestamptz, most int, lease interval, token uuid)
  returns setof uuid
  language plpgsql security definer set search_path = '' as $$
begin
  return query
    update gyeote.reminder_plans plan
    set claim = token, claimed_until = clock_timestamp() + lease, woken = false
    where plan.person_id = any (array(
      select due.person_id from gyeote.reminder_plans due
      where due.next_at <= at
        and (due.claimed_until is null or due.claimed_until < clock_timestamp())
      order by due.next_at limit most for update skip locked))
    returning plan.person_id;
end $$;

-- All that decides about the reminders of some people: of answers and snoozes those of the care dates from
-- `from_day` until before `to_day`, of what was sent all since `from_day`.
create function gyeote.read_reminded(people uuid[], from_day int, to_day int, at timestamptz)
  returns table (person_id uuid, settings json, consent boolean, test_at timestamptz,
    phones json, sends json, card_days json, facts json)
  language plpgsql stable security definer set search_path = '' as $$
begin
  return query
    select plan.person_id,
      (select row_to_json(chosen) from gyeote.reminder_settings chosen
        where chosen.person_id = plan.person_id),
      coalesce((select given from gyeote.consents asked
        where asked.person_id = plan.person_id and asked.kind = 'health_data'
          and asked.link_id is null order by asked.number desc limit 1), false),
      plan.test_at,
      (select coalesce(json_agg(json_build_object('id', phone.id, 'endpoint', phone.endpoint,
          'p256dh', phone.p256dh, 'auth', phone.auth, 'subscribedAt', phone.subscribed_at,
          'quietUntil', phone.quiet_until,
          'ready', coalesce(device.number_question, 'yes') = 'yes'
            and device.signed_out_at is null
            and coalesce(device.held_until <= at, true)
            and leaving.deletion_requested_at is null)), '[]')
        from gyeote.push_devices phone join gyeote.devices device using (session_id)
        join gyeote.people leaving on leaving.id = phone.person_id
        where phone.person_id = plan.person_id),
      (select coalesce(json_agg(json_build_object('about', sent.about, 'step', sent.step,
          'phone', sent.device_id, 'state', sent.state, 'againAt', sent.again_at)), '[]')
        from gyeote.reminder_sends sent
        where sent.person_id = plan.person_id and sent.about >= from_day::text),
      (select coalesce(json_agg(done.completed_on), '[]') from gyeote.card_completions done
        where done.person_id = plan.person_id and done.completed_on >= at::date - 2),
      json_build_object(
        'courses', (select coalesce(json_agg(fact), '[]') from gyeote.courses fact
          where fact.person_id = plan.person_id),
        'courseVersions', (select coalesce(json_agg(fact), '[]') from gyeote.course_versions fact
          where fact.person_id = plan.person_id),
        'slotHours', (select coalesce(json_agg(fact), '[]') from gyeote.slot_hours fact
          where fact.person_id = plan.person_id),
        'zones', (select coalesce(json_agg(fact), '[]') from gyeote.zones fact
          where fact.person_id = plan.person_id),
        'packs', (select coalesce(json_agg(fact), '[]') from gyeote.packs fact
          where fact.person_id = plan.person_id),
        'pauses', (select coalesce(json_agg(fact), '[]') from gyeote.pauses fact
          where fact.person_id = plan.person_id),
        'pauseEnds', (select coalesce(json_agg(fact), '[]') from gyeote.pause_ends fact
          where fact.person_id = plan.person_id),
        'retractions', (select coalesce(json_agg(fact), '[]') from gyeote.retractions fact
          where fact.person_id = plan.person_id),
        'answers', (select coalesce(json_agg(fact), '[]') from gyeote.answers fact
          where fact.person_id = plan.person_id
            and fact.care_date >= from_day and fact.care_date < to_day),
        'snoozes', (select coalesce(json_agg(fact), '[]') from gyeote.snoozes fact
          where fact.person_id = plan.person_id
            and fact.care_date >= from_day and fact.care_date < to_day))
    from gyeote.reminder_plans plan
    where plan.person_id = any (people);
end $$;

-- Writes down what is about to be pushed, and counts it, before it goes: a process that dies again and again
-- can repeat a reminder, but not without end. `wanted` is a list of person, device, about, step, dueAt; what
-- is answered may go, by its place in the list. Nothing for people whom another process has by now.
create function gyeote.hold_reminders(
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
      select plan.person_id, case when plan.pushed_on = on_day then plan.pushed else 0 end as before
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
      set claimed_until = clock_timestamp() + lease, pushed_on = on_day,
        pushed = held.before + (select count(*) from ranked
          where ranked.person = plan.person_id and ranked.nth_of_day <= most_a_day)
      from held where plan.person_id = held.person_id and plan.person_id = any (theirs)
    )
    select ranked.place, kept.id, kept.tries from kept
    join ranked on ranked.person = kept.person_id and ranked.about = kept.about
      and ranked.step = kept.step and ranked.device = kept.device_id
    where kept.state = 'sending';
end $$;

-- What came of it, and when to look again. Whoever's claim has gone to another process writes nothing.
-- `sent`: id, person, device, state, answer, error, at, againAt, quietUntil, gone; `late`: person, about, step,
-- dueAt; `plans`: person, nextAt.
create function gyeote.finish_reminders(token uuid, sent jsonb, late jsonb, plans jsonb) returns int
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
    sent_at = case when one ->> 'state' = 'sent' then (one ->> 'at')::timestamptz else kept.sent_at end
  from jsonb_array_elements(sent) one
  where kept.id = any (written) and kept.id = (one ->> 'id')::uuid and kept.person_id = any (held);

  insert into gyeote.reminder_sends (person_id, about, step, due_at, state)
  select (one ->> 'person')::uuid, one ->> 'about', (one ->> 'step')::int,
    (one ->> 'dueAt')::timestamptz, 'too_late'
  from jsonb_array_elements(late) one where (one ->> 'person')::uuid = any (held)
  on conflict do nothing;

  delete from gyeote.push_devices phone using jsonb_array_elements(sent) one
  where phone.id = (one ->> 'device')::uuid and phone.person_id = any (held)
    and (one ->> 'gone')::boolean;
  update gyeote.push_devices phone
  set sent_at = coalesce(newest.sent_at, phone.sent_at), error = newest.error,
    quiet_until = newest.quiet_until
  from (
    select (one ->> 'device')::uuid as device,
      max((one ->> 'at')::timestamptz) filter (where one ->> 'state' = 'sent') as sent_at,
      max(one ->> 'error') as error, max((one ->> 'quietUntil')::timestamptz) as quiet_until
    from jsonb_array_elements(sent) one group by 1
  ) newest
  where phone.id = newest.device and phone.person_id = any (held);

  update gyeote.reminder_plans plan
  set claim = null, claimed_until = null, woken = false,
    next_at = case when plan.woken then '-infinity' else (one ->> 'nextAt')::timestamptz end
  from jsonb_array_elements(plans) one
  where plan.person_id = (one ->> 'person')::uuid and plan.person_id = any (held);
  return cardinality(held);
end $$;

-- The phone has shown it. The first time counts.
create function gyeote.note_push_delivered(send uuid, at timestamptz) returns void
  language plpgsql security definer set search_path = '' as $$
declare
  phone uuid;
begin
  update gyeote.reminder_sends set delivered_at = at
  where id = send and delivered_at is null returning device_id into phone;
  if found then
    update gyeote.push_devices set delivered_at = greatest(delivered_at, at) where id = phone;
  end if;
end $$;

-- How many were forgotten.
create function gyeote.trim_reminder_sends(before timestamptz) returns int
  language plpgsql security definer set search_path = '' as $$
declare
  trimmed int;
begin
  delete from gyeote.reminder_sends where due_at < before;
  get diagnostics trimmed = row_count;
  return trimmed;
end $$;

revoke execute on all functions in schema gyeote from public;
grant execute on function
  gyeote.choose_reminders(boolean, int, int, boolean, int, timestamptz),
  gyeote.claim_push_endpoint(text, text, text, timestamptz),
  gyeote.release_push_endpoint(text), gyeote.ask_for_test_reminder(timestamptz) to authenticated;
grant execute on function gyeote.claim_reminders(timestamptz, int, interval, uuid),
  gyeote.read_reminded(uuid[], int, int, timestamptz),
  gyeote.hold_reminders(uuid, jsonb, date, interval, int),
  gyeote.finish_reminders(uuid, jsonb, jsonb, jsonb),
  gyeote.note_push_delivered(uuid, timestamptz), gyeote.trim_reminder_sends(timestamptz) to app;
