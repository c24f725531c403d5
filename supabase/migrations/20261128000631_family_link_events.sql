-- The event `family_link` says once what happened: `changed` only where something is different, and `ended` also
-- where the link went with somebody's account.

create or replace function gyeote.choose_family_help(link_id uuid, helps boolean, text_version text) returns boolean
  language plpgsql security definer set search_path = '' as $$
declare
  before gyeote.family_links;
begin
  select * into before from gyeote.family_links family
  where family.id = choose_family_help.link_id and senior_id = auth.uid() and status = 'active'
    and not gyeote.is_held()
  for update;
  if not found then
    return false;
  end if;
  update gyeote.family_links family
  set role = case when helps then 'help' else 'view' end,
    helps_from = case when helps then
      coalesce(helps_from, now() + case when side_by_side then interval '0' else interval '24 hours' end)
      end
  where family.id = before.id;
  insert into gyeote.consents (person_id, link_id, kind, given, text_version)
  values (auth.uid(), before.id, 'help', helps, choose_family_help.text_version);
  if helps <> (before.role = 'help') then
    perform gyeote.tell_family_link(before, 'changed');
  end if;
  return true;
end $$;

-- Before the links go, and the subjects by which the event names both. It stands in the trail of whoever stays;
-- nobody gets a subject by it, since they may be leaving in the same moment.
create function gyeote.tell_family_of_leaving() returns trigger
  language plpgsql security definer set search_path = '' as $$
begin
  insert into gyeote.audit_logs (user_id, action, details)
  select staying.subject_id, 'family_link', jsonb_build_object(
    'senior_id', (select subject_id from gyeote.audit_subjects where person_id = link.senior_id),
    'guardian_id', (select subject_id from gyeote.audit_subjects where person_id = link.relative_id),
    'change', 'ended')
  from gyeote.family_links link
  join gyeote.audit_subjects staying
    on staying.person_id = case link.senior_id when old.id then link.relative_id else link.senior_id end
  where (link.senior_id = old.id or link.relative_id = old.id) and link.status = 'active'
    and exists (select from gyeote.people where id = staying.person_id);
  return old;
end $$;
create trigger tell_family_of_leaving before delete on gyeote.people
  for each row execute function gyeote.tell_family_of_leaving();

revoke execute on function gyeote.tell_family_of_leaving() from public;
