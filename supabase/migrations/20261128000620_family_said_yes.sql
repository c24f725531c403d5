-- What a yes leaves behind: the link, and no request that is still listed as waiting or that swallows the next one. A second yes to the same
-- relative begins helping when its screen said so. Decisions 0013, 0015 and 0021.

-- The senior's yes: the link with what they chose, under these words. Where one goes on, whoever was ever linked side by side stays so, and a
-- code ends the day of waiting. Null when nobody waits any more.
create or replace function gyeote.accept_family(waiting uuid, relation text, kinds text[], text_version text)
  returns uuid
  language plpgsql security definer set search_path = '' as $$
declare
  relative record;
  link gyeote.family_links;
begin
  select * into relative from gyeote.take_waiting(waiting);
  if relative.relative_id is null then
    return null;
  end if;
  insert into gyeote.family_links as kept
    (senior_id, relative_id, relation, status, senior_name, senior_phone, relative_name, relative_phone,
      side_by_side)
  select auth.uid(), relative.relative_id, accept_family.relation, 'active', display_name,
    auth.jwt() ->> 'phone', relative.relative_name, relative.relative_phone, relative.side_by_side
  from gyeote.people where id = auth.uid()
  on conflict (senior_id, relative_id) where status <> 'ended' do update
    set relation = excluded.relation, status = 'active', senior_phone = excluded.senior_phone,
      relative_name = excluded.relative_name, relative_phone = excluded.relative_phone,
      side_by_side = kept.side_by_side or excluded.side_by_side,
      helps_from = case when excluded.side_by_side and kept.helps_from > now() then now()
        else kept.helps_from end
  returning * into link;
  -- The link tells whoever asked of the yes; an earlier no of the same senior is over with it.
  delete from gyeote.family_requests request
  where request.id = waiting
    or (request.relative_id = relative.relative_id and request.to_hash = gyeote.own_number_hash());
  perform gyeote.note_family_consents(link.id, kinds, text_version);
  perform gyeote.tell_family_link(link, 'linked');
  return link.id;
end $$;

delete from gyeote.family_requests request
using gyeote.family_links link, gyeote.people senior
where request.answered_at is not null and link.status = 'active' and link.relative_id = request.relative_id
  and senior.id = link.senior_id and request.to_hash = sha256(convert_to(
    case when senior.is_demo then 'demo ' else '' end || link.senior_phone, 'UTF8'));

revoke execute on all functions in schema gyeote from public;
