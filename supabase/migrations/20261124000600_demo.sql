-- Demo people exist in a trial only. They are marked, and linked to nobody but each other.

create function gyeote.mark_demo(person uuid, name text) returns void
  language sql security definer set search_path = '' as $$
  insert into gyeote.people (id, display_name, anonymous, is_demo) values (person, name, false, true)
  on conflict (id) do update set is_demo = true
$$;

create function gyeote.link_demo(senior uuid, relative uuid, relation text) returns void
  language plpgsql security definer set search_path = '' as $$
declare
  link uuid;
begin
  if (select count(*) from gyeote.people where id in (senior, relative) and is_demo) <> 2 then
    raise exception 'only demo people are linked this way' using errcode = '23514';
  end if;
  insert into gyeote.family_links (senior_id, relative_id, relation, status)
  values (senior, relative, relation, 'active')
  on conflict do nothing
  returning id into link;
  if link is not null then
    insert into gyeote.consents (person_id, link_id, kind, given, text_version)
    values (senior, link, 'cards', true, 'demo');
  end if;
end $$;

revoke execute on all functions in schema gyeote from public;
grant execute on function gyeote.mark_demo(uuid, text), gyeote.link_demo(uuid, uuid, text) to app;
