-- A number follows its person: onto their links when support gives them another, and out of their open sessions as soon as
-- somebody else has said that it is theirs. Decision 0007.

alter table gyeote.people add column number_declined_at timestamptz;
comment on column gyeote.people.number_declined_at is
  'When somebody else said that the number is theirs. Access tokens from before name it for an hour at most.';

-- As in 20261128000621_numbers_handed_on.sql; the moment is noted, and what such a session had brought goes.
create or replace function gyeote.decline_number() returns boolean
  language plpgsql security definer set search_path = '' as $$
declare
  session uuid := (auth.jwt() ->> 'session_id')::uuid;
  question text := gyeote.lock_question();
begin
  if question = 'open' then
    update gyeote.devices set number_question = 'no' where session_id = session;
    update gyeote.devices set signed_out_at = now()
    where person_id = auth.uid() and signed_out_at is null and session_id <> session
      and (number_question = 'open' or held_until > now());
    update gyeote.people set number_declined_at = now() where id = auth.uid();
    perform gyeote.drop_waiting_adoptions(auth.uid());
    perform gyeote.forget_number_of(auth.uid());
    perform gyeote.record_event('number_declined', '{}');
  end if;
  return coalesce(question in ('open', 'no'), false);
end $$;

-- As in 20261128000560_phones.sql, with whether something waits to be adopted now, and whether the token's number may be
-- somebody else's by now. An access token lives for an hour; the second one is for clocks and for installations that let
-- them live longer.
drop function gyeote.check_session(date);
create function gyeote.check_session(
  today date, out state text, out held_until timestamptz, out ended_as text, out adopts boolean,
  out numberless boolean)
  language plpgsql security definer set search_path = '' as $$
declare
  ended timestamptz; question text; declined timestamptz;
begin
  select device.signed_out_at, device.number_question, device.held_until, device.ended_as,
    person.number_declined_at
  into ended, question, check_session.held_until, check_session.ended_as, declined
  from gyeote.people person
  left join gyeote.devices device
    on device.session_id = (auth.jwt() ->> 'session_id')::uuid and device.person_id = person.id
  where person.id = auth.uid();
  state := case when not found then 'gone' when ended is not null then 'ended'
    when question in ('open', 'no') then 'asked' else 'current' end;
  adopts := false;
  numberless := coalesce(declined > now() - interval '2 hours', false);
  if state <> 'current' then
    return;
  end if;
  if check_session.held_until <= now() then
    adopts := exists (select from gyeote.waiting_adoptions where person_id = auth.uid());
  end if;
  update gyeote.people set last_active_on = today where id = auth.uid() and last_active_on < today;
  update gyeote.devices set last_seen_on = today
  where session_id = (auth.jwt() ->> 'session_id')::uuid and person_id = auth.uid()
    and last_seen_on < today;
end $$;

-- The number of the viewer's token onto the links that name another one, or none.
create function gyeote.note_own_number() returns void
  language plpgsql security definer set search_path = '' as $$
declare
  number text := auth.jwt() ->> 'phone';
begin
  if number is null or gyeote.is_held() then
    return;
  end if;
  update gyeote.family_links set senior_phone = number
  where senior_id = auth.uid() and status = 'active' and senior_phone is distinct from number;
  update gyeote.family_links set relative_phone = number
  where relative_id = auth.uid() and status = 'active' and relative_phone is distinct from number;
end $$;

-- As in 20261128000622_blocks_by_number.sql; whoever is blocked waits beside the senior no longer either.
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
    update gyeote.family_invites invite set answered_at = now()
    where invite.senior_id = auth.uid() and invite.answered_at is null
      and (invite.relative_id = relative.relative_id or invite.relative_phone = relative.relative_phone);
    perform gyeote.end_family_link(link.id) from gyeote.family_links link
    where link.senior_id = auth.uid() and link.relative_id = relative.relative_id and link.status <> 'ended';
  end if;
end $$;

revoke execute on all functions in schema gyeote from public;
grant execute on function gyeote.check_session(date), gyeote.note_own_number() to authenticated;
