-- A session that has only just said whose number it is (docs/decisions/0007) writes nothing of health either: whoever
-- came by the number would be taken for its person by their family, and could end what that person agreed to.

create or replace function gyeote.may_keep_health_data() returns boolean
  language plpgsql stable security definer set search_path = '' as $$
begin
  return not gyeote.is_held() and coalesce((
    select given from gyeote.consents
    where person_id = auth.uid() and kind = 'health_data' and link_id is null
    order by number desc limit 1
  ), false);
end $$;

alter policy "A person gives consent for themselves, on their own links" on gyeote.consents
  with check (
    person_id = (select auth.uid())
    and not (select gyeote.is_held())
    and (link_id is null
      or link_id in (select id from gyeote.family_links where senior_id = (select auth.uid())))
  );

-- Nor is its contact that of the person, after whom their family looks.
create or replace function gyeote.note_reach(emptied boolean) returns void
  language sql security definer set search_path = '' as $$
  insert into gyeote.device_reach (person_id, session_id, emptied_at)
  select auth.uid(), (auth.jwt() ->> 'session_id')::uuid, case when emptied then now() end
  where not gyeote.is_held()
    and exists (select from gyeote.family_links where senior_id = auth.uid() and status = 'active')
  on conflict (person_id, session_id) do update
    set reached_at = excluded.reached_at,
        emptied_at = coalesce(excluded.emptied_at, gyeote.device_reach.emptied_at)
$$;
