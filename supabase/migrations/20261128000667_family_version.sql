-- What open pages of the family ask for every ten seconds, as a function with the rights of whoever calls: a connection keeps
-- its plan, and the policies bind it as before (decision 0020).
create function gyeote.family_version() returns text
  language plpgsql stable set search_path = '' as $$
begin
  return md5(concat_ws('|', gyeote.care_date(),
    (select string_agg(person_id || kind || version, ',' order by person_id, kind)
      from gyeote.family_versions),
    (select string_agg(id || status || coalesce((helps_from <= now())::text, ''), ',' order by id)
      from gyeote.family_links),
    (select string_agg(id || coalesce(relative_id::text, ''), ',' order by id)
      from gyeote.family_invites),
    (select string_agg(id || created_at::text, ',' order by id) from gyeote.family_requests)));
end $$;

revoke execute on all functions in schema gyeote from public;
grant execute on function gyeote.family_version() to authenticated;
