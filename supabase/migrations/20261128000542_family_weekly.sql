-- The week of a relative's seniors, once a week by push or by e-mail, for whoever asked for it
-- (docs/decisions/0017). What it says is read under the relative's own policies when it is sent; here lies
-- whether, how and where to.

create table gyeote.family_weekly (
  person_id uuid primary key references gyeote.people on delete cascade,
  -- Null while an address waits for its code and nothing was chosen before.
  way text check (way in ('push', 'email')),
  email text check (char_length(email) between 3 and 254),
  -- An address that was typed in and not yet proven.
  asked_email text check (char_length(asked_email) between 3 and 254),
  code_hash bytea,
  code_until timestamptz,
  tries_left int not null default 0,
  -- What the link at the foot of an e-mail names, signed.
  off_id uuid not null unique default gen_random_uuid(),
  -- The Sunday of the last week that was sent.
  sent_week date,
  claim uuid,
  -- By the database's clock: processes need not agree about theirs.
  claimed_until timestamptz,
  -- Why the last one did not arrive.
  error text check (error in ('refused', 'no_phone')),
  check ((way = 'email') = (email is not null) or way is null)
);
alter table gyeote.family_weekly enable row level security;
grant select (person_id, way, email, asked_email, code_until, tries_left, sent_week, error)
  on gyeote.family_weekly to authenticated;
create policy "A person reads of their own week" on gyeote.family_weekly
  for select to authenticated
  using (person_id = (select auth.uid()) and not (select gyeote.is_held()));

create function gyeote.refuse_held() returns void
  language plpgsql stable security definer set search_path = '' as $$
begin
  if auth.uid() is null or gyeote.is_held() then
    raise exception 'this session may not choose' using errcode = '42501';
  end if;
end $$;

create function gyeote.choose_weekly_push() returns void
  language plpgsql security definer set search_path = '' as $$
begin
  perform gyeote.refuse_held();
  insert into gyeote.family_weekly (person_id, way) values (auth.uid(), 'push')
  on conflict (person_id) do update set way = 'push', email = null, asked_email = null,
    code_hash = null, code_until = null, tries_left = 0, error = null;
end $$;

-- The address gets nothing but this code until it is brought back. A later one takes the place of an earlier.
create function gyeote.ask_weekly_email(address text, hash bytea, until timestamptz, tries int)
  returns void
  language plpgsql security definer set search_path = '' as $$
begin
  perform gyeote.refuse_held();
  insert into gyeote.family_weekly as kept (person_id, asked_email, code_hash, code_until, tries_left)
  values (auth.uid(), address, hash, until, tries)
  on conflict (person_id) do update set asked_email = excluded.asked_email,
    code_hash = excluded.code_hash, code_until = excluded.code_until, tries_left = excluded.tries_left;
end $$;

-- No code went out: what was chosen before stays as it was.
create function gyeote.forget_asked_email() returns void
  language plpgsql security definer set search_path = '' as $$
begin
  delete from gyeote.family_weekly where person_id = auth.uid() and way is null;
  update gyeote.family_weekly set asked_email = null, code_hash = null, code_until = null, tries_left = 0
  where person_id = auth.uid();
end $$;

-- True when the code was the right one and in time: the address is where the week goes from now on.
create function gyeote.prove_weekly_email(hash bytea, at timestamptz) returns boolean
  language plpgsql security definer set search_path = '' as $$
begin
  perform gyeote.refuse_held();
  update gyeote.family_weekly set tries_left = tries_left - 1
  where person_id = auth.uid() and tries_left > 0 and code_until > at;
  if not found then
    return false;
  end if;
  update gyeote.family_weekly set way = 'email', email = asked_email, asked_email = null,
    code_hash = null, code_until = null, tries_left = 0, error = null
  where person_id = auth.uid() and code_hash = hash;
  return found;
end $$;

-- Off, with whatever was kept of an address.
create function gyeote.stop_weekly() returns void
  language sql security definer set search_path = '' as $$
  delete from gyeote.family_weekly where person_id = auth.uid()
$$;

create function gyeote.stop_weekly_by_link(its_off_id uuid) returns void
  language sql security definer set search_path = '' as $$
  delete from gyeote.family_weekly where off_id = its_off_id
$$;

-- People whose week has not gone out yet, for one process for as long as `lease`. Whoever is leaving, or has
-- nobody who is linked, is sent nothing.
create function gyeote.claim_weekly(week date, at timestamptz, most int, lease interval, token uuid)
  returns table (person uuid, way text, email text, off_id uuid, phones json)
  language plpgsql security definer set search_path = '' as $$
begin
  return query
    update gyeote.family_weekly weekly
    set claim = token, claimed_until = clock_timestamp() + lease
    where weekly.person_id = any (array(
      select due.person_id from gyeote.family_weekly due
      join gyeote.people leaving on leaving.id = due.person_id
      where due.way is not null and due.sent_week is distinct from week
        and leaving.deletion_requested_at is null
        and (due.claimed_until is null or due.claimed_until < clock_timestamp())
        and exists (select from gyeote.family_links link
          where link.relative_id = due.person_id and link.status = 'active')
      order by due.person_id limit most for update of due skip locked))
    returning weekly.person_id, weekly.way, weekly.email, weekly.off_id,
      (select coalesce(json_agg(json_build_object('id', phone.id, 'endpoint', phone.endpoint,
          'p256dh', phone.p256dh, 'auth', phone.auth)), '[]')
        from gyeote.push_devices phone join gyeote.devices device using (session_id)
        where phone.person_id = weekly.person_id and device.signed_out_at is null
          and coalesce(device.number_question, 'yes') = 'yes'
          and coalesce(device.held_until <= at, true));
end $$;

-- What came of it: gone out for this week, or again once `later` is over. False when another process has it.
create function gyeote.finish_weekly(its_person uuid, token uuid, week date, its_error text,
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
  delete from gyeote.push_devices where id = any (gone) and person_id = its_person;
  return true;
end $$;

revoke execute on all functions in schema gyeote from public;
grant execute on function gyeote.choose_weekly_push(),
  gyeote.ask_weekly_email(text, bytea, timestamptz, int),
  gyeote.prove_weekly_email(bytea, timestamptz), gyeote.forget_asked_email(), gyeote.stop_weekly()
  to authenticated;
grant execute on function gyeote.stop_weekly_by_link(uuid),
  gyeote.claim_weekly(date, timestamptz, int, interval, uuid),
  gyeote.finish_weekly(uuid, uuid, date, text, interval, uuid[]) to app;
