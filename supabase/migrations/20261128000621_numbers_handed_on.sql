-- A number that somebody new holds is no longer shown, rung or asked with as that of the account which had it. Decision 0007.

-- Wherever the number of this person is kept besides their account. Who sees it is told by the version of the link.
create function gyeote.forget_number_of(person uuid) returns void
  language sql security definer set search_path = '' as $$
  update gyeote.family_links set senior_phone = null
  where senior_id = person and senior_phone is not null;
  update gyeote.family_links set relative_phone = null
  where relative_id = person and relative_phone is not null;
  -- Nobody asks to be let in without a verified number.
  delete from gyeote.family_requests where relative_id = person;
  delete from gyeote.family_invites where relative_id = person
$$;

-- "No": whoever came by this number lately, or is being asked just now, is let in no longer.
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
    perform gyeote.forget_number_of(auth.uid());
    perform gyeote.record_event('number_declined', '{}');
  end if;
  return coalesce(question in ('open', 'no'), false);
end $$;

select gyeote.forget_number_of(person_id)
from (select distinct person_id from gyeote.devices where number_question = 'no') declined;

revoke execute on all functions in schema gyeote from public;
