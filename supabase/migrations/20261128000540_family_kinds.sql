-- All five kinds of 20261128000300_family.sql are offered: that 곁에 was opened today, and that a message a
-- senior checked came out as dangerous, are each asked for on their own.

-- One row for each kind that may be chosen: what was not chosen was refused.
create or replace function gyeote.note_family_consents(link uuid, kinds text[], text_version text) returns void
  language sql security definer set search_path = '' as $$
  insert into gyeote.consents (person_id, link_id, kind, given, text_version)
  select auth.uid(), note_family_consents.link, kind, kind = any (kinds), note_family_consents.text_version
  from unnest(array['med_today', 'med', 'cards', 'presence', 'scam_alert']) offered (kind)
$$;
