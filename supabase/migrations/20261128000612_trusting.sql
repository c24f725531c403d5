-- A lost phone is ended by whoever the senior let help, for as long as that holds by itself: a senior who keeps no
-- health data, or shows none, loses a phone as well.
create function gyeote.trusting_persons() returns uuid[]
  language plpgsql stable security definer set search_path = '' as $$
declare
  allowing uuid[] := gyeote.visible_persons('help');
begin
  return (
    select coalesce(array_agg(link.senior_id), '{}') from gyeote.family_links link
    where link.relative_id = auth.uid() and link.status = 'active'
      and link.role = 'help' and link.helps_from <= now() and link.senior_id = any (allowing)
  );
end $$;

-- As before: of these, whose medicines the viewer may see and who agreed to their keeping.
create or replace function gyeote.helped_persons() returns uuid[]
  language plpgsql stable security definer set search_path = '' as $$
declare
  seen uuid[] := gyeote.visible_persons('med_today');
begin
  return (
    select coalesce(array_agg(senior.id), '{}') from unnest(gyeote.trusting_persons()) senior (id)
    where senior.id = any (seen) and (
      select given from gyeote.consents
      where person_id = senior.id and kind = 'health_data' and link_id is null
      order by number desc limit 1
    )
  );
end $$;

-- Every phone of somebody who lets the viewer help, at once; those too whose session had run out and that still keep
-- everything. How many were still signed in; null when the viewer may not.
create or replace function gyeote.end_phones_of_helped(link_id uuid, at timestamptz) returns int
  language plpgsql security definer set search_path = '' as $$
declare
  link gyeote.family_links;
  ended int;
begin
  select * into link from gyeote.family_links family
  where family.id = end_phones_of_helped.link_id and relative_id = auth.uid()
    and senior_id = any (gyeote.trusting_persons()) and not gyeote.is_held();
  if not found or exists (select from gyeote.people where id = link.senior_id and is_demo) then
    return null;
  end if;
  update gyeote.devices set ended_as = 'family'
  where person_id = link.senior_id and signed_out_at is not null and ended_as is null;
  update gyeote.devices set signed_out_at = at, ended_as = 'family'
  where person_id = link.senior_id and signed_out_at is null;
  get diagnostics ended = row_count;
  if ended > 0 then
    perform gyeote.note_ending(link.senior_id, 'family', link.relative_name, ended, at);
  end if;
  return ended;
end $$;

revoke execute on all functions in schema gyeote from public;
grant execute on function gyeote.trusting_persons() to authenticated;
