-- A senior's phone found a message or a call dangerous, and tells the family whom the senior let be told
-- (consent `scam_alert`): the kind of trick and the reasons by name, nothing of the words. docs/decisions/0019.

create table gyeote.scam_alerts (
  person_id uuid not null references gyeote.people on delete cascade,
  -- Of the check, made on the phone: the same check tells once.
  id uuid not null,
  -- When it was checked, by the phone's clock; everything else goes by `told_at`.
  at timestamptz not null,
  told_at timestamptz not null default now(),
  kind text not null check (kind in ('message', 'call')),
  -- Names of the app's own closed lists: there is no room for a sentence, a number or an address.
  trick text check (trick ~ '^[a-z_]{2,40}$'),
  reasons text[] not null
    check (cardinality(reasons) between 1 and 3 and array_to_string(reasons, ',') ~ '^[a-z_,]{2,130}$'),
  primary key (person_id, id)
);
create index scam_alerts_by_age on gyeote.scam_alerts (told_at);

-- Whom an alert was told: those who might know at that moment, and nobody who was let see later.
create table gyeote.scam_alerts_told (
  id uuid primary key default gen_random_uuid(),
  person_id uuid not null,
  alert_id uuid not null,
  link_id uuid not null references gyeote.family_links on delete cascade,
  relative_id uuid not null references gyeote.people on delete cascade,
  told_at timestamptz not null default now(),
  -- Their phones are told as well: not of every one of many in a row.
  pushed boolean not null,
  -- The relative has put it away; not for the senior to see.
  seen_at timestamptz,
  foreign key (person_id, alert_id) references gyeote.scam_alerts on delete cascade on update cascade,
  unique (person_id, alert_id, link_id)
);
create index scam_alerts_told_by_link on gyeote.scam_alerts_told (link_id, told_at);
create index scam_alerts_told_by_relative on gyeote.scam_alerts_told (relative_id, told_at);

-- Links of a senior whose relative may see this kind now: `visible_persons` from the other side.
create function gyeote.links_shown(senior uuid, kind text) returns setof gyeote.family_links
  language sql stable security definer set search_path = '' as $$
  select link.* from gyeote.family_links link
  where link.senior_id = links_shown.senior and link.status = 'active' and (
    select consent.given and consent.created_at > now() - interval '6 months'
    from gyeote.consents consent
    where consent.link_id = link.id and consent.kind = links_shown.kind
    order by consent.number desc limit 1)
$$;

alter table gyeote.scam_alerts_told enable row level security;
grant select on gyeote.scam_alerts_told to authenticated;
create policy "A relative reads for three days what they were told" on gyeote.scam_alerts_told
  for select to authenticated
  using (relative_id = (select auth.uid())
    and told_at > now() - interval '3 days'
    and link_id = any ((select gyeote.own_links())::uuid[])
    and person_id = any ((select gyeote.visible_persons('scam_alert'))::uuid[])
    and not (select gyeote.is_held()));

alter table gyeote.scam_alerts enable row level security;
grant select on gyeote.scam_alerts to authenticated;
create policy "Alerts are read by the senior and by whom they were told" on gyeote.scam_alerts
  for select to authenticated
  using ((person_id = (select auth.uid())
      or (person_id = any ((select gyeote.visible_persons('scam_alert'))::uuid[])
        and exists (select from gyeote.scam_alerts_told told
          where told.person_id = scam_alerts.person_id and told.alert_id = scam_alerts.id)))
    and not (select gyeote.is_held()));

-- A version of its own, which says nothing to whoever may not know of alerts.
alter table gyeote.family_versions drop constraint family_versions_kind_check;
alter table gyeote.family_versions add constraint family_versions_kind_check
  check (kind in ('link', 'med', 'cards', 'presence', 'scam_alert'));
create policy "That there was an alert is seen by those who are told" on gyeote.family_versions
  for select to authenticated
  using (kind = 'scam_alert'
    and person_id = any ((select gyeote.visible_persons('scam_alert'))::uuid[])
    and not (select gyeote.is_held()));

-- Tells everybody who may know, once for each check. False when there is nobody. Whoever tries the check out
-- rings nobody's phone over and over: within ten minutes once, and six times in 24 hours; beyond thirty
-- nothing more is written down.
create function gyeote.tell_scam_alert(
  check_id uuid, at timestamptz, kind text, trick text, reasons text[]) returns boolean
  language plpgsql security definer set search_path = '' as $$
#variable_conflict use_column
declare
  viewer uuid := auth.uid();
  told_now uuid[];
begin
  -- Two phones of one senior, one after the other: the limits count both.
  perform from gyeote.people where id = viewer for no key update;
  if exists (select from gyeote.scam_alerts alert
    where alert.person_id = viewer and alert.id = check_id) then
    return true;
  end if;
  if gyeote.is_held()
    or not exists (select from gyeote.links_shown(viewer, 'scam_alert')) then
    return false;
  end if;
  if (select count(*) from gyeote.scam_alerts alert
    where alert.person_id = viewer and alert.told_at > now() - interval '24 hours') >= 30 then
    return true;
  end if;
  insert into gyeote.scam_alerts (person_id, id, at, kind, trick, reasons)
  values (viewer, check_id, least(tell_scam_alert.at, now()), tell_scam_alert.kind,
    tell_scam_alert.trick, tell_scam_alert.reasons);
  with new_told as (
    insert into gyeote.scam_alerts_told (person_id, alert_id, link_id, relative_id, pushed)
    select viewer, check_id, link.id, link.relative_id,
      coalesce(rung.newest <= now() - interval '10 minutes', true) and rung.times < 6
    from gyeote.links_shown(viewer, 'scam_alert') link
    cross join lateral (
      select max(told.told_at) as newest, count(*) as times from gyeote.scam_alerts_told told
      where told.link_id = link.id and told.pushed and told.told_at > now() - interval '24 hours'
    ) rung
    returning relative_id, pushed
  )
  select array_agg(relative_id order by relative_id) filter (where pushed) into told_now from new_told;
  insert into gyeote.family_versions (person_id, kind) values (viewer, 'scam_alert')
  on conflict (person_id, kind) do update set version = gyeote.family_versions.version + 1;
  perform gyeote.wake_reminders(relative) from unnest(told_now) each (relative);
  return true;
end $$;

-- The viewer's family, the first linked first, for their own phone: whom a danger may be shown, and who of
-- them is told by itself.
create function gyeote.family_for_alerts()
  returns table (name text, relation text, phone text, told boolean)
  language sql stable security definer set search_path = '' as $$
  select link.relative_name, link.relation, link.relative_phone,
    exists (select from gyeote.links_shown(auth.uid(), 'scam_alert') shown where shown.id = link.id)
  from gyeote.family_links link
  where link.senior_id = auth.uid() and link.status = 'active' and not gyeote.is_held()
  order by link.created_at
$$;

-- The viewer has seen this one and everything they were told before it on the same link. Their other open
-- pages are told, and nobody else's.
create function gyeote.see_scam_alerts(told uuid) returns void
  language plpgsql security definer set search_path = '' as $$
declare
  newest gyeote.scam_alerts_told;
begin
  select * into newest from gyeote.scam_alerts_told one
  where one.id = see_scam_alerts.told and one.relative_id = auth.uid();
  if not found or gyeote.is_held() then
    return;
  end if;
  update gyeote.scam_alerts_told one set seen_at = now()
  where one.link_id = newest.link_id and one.relative_id = auth.uid() and one.seen_at is null
    and one.told_at <= newest.told_at;
  perform gyeote.note_family_change(array[auth.uid()]);
end $$;

-- What phones of these relatives are still to be told: what nobody took back or looked at since.
create function gyeote.read_scam_alerts(people uuid[])
  returns table (person_id uuid, id uuid, told_at timestamptz)
  language sql stable security definer set search_path = '' as $$
  select told.relative_id, told.id, told.told_at from gyeote.scam_alerts_told told
  where told.relative_id = any (people) and told.pushed and told.seen_at is null
    and told.told_at > now() - interval '1 day'
    and exists (select from gyeote.links_shown(told.person_id, 'scam_alert') link
      where link.id = told.link_id)
  order by told.told_at
$$;

create function gyeote.forget_scam_alerts(at timestamptz) returns void
  language sql security definer set search_path = '' as $$
  delete from gyeote.scam_alerts where told_at <= forget_scam_alerts.at - interval '30 days'
$$;

-- When an anonymous account is adopted its alerts go along, with whom they were told.
create function gyeote.adopt_scam_alerts() returns trigger
  language plpgsql security definer set search_path = '' as $$
begin
  update gyeote.scam_alerts alert set person_id = new.person_id
  where person_id = new.adopted_id and not exists (
    select from gyeote.scam_alerts own where own.person_id = new.person_id and own.id = alert.id);
  return null;
end $$;
create trigger adopt_scam_alerts after insert on gyeote.adoptions
  for each row execute function gyeote.adopt_scam_alerts();

revoke execute on all functions in schema gyeote from public;
grant execute on function gyeote.tell_scam_alert(uuid, timestamptz, text, text, text[]),
  gyeote.family_for_alerts(), gyeote.see_scam_alerts(uuid) to authenticated;
grant execute on function gyeote.read_scam_alerts(uuid[]), gyeote.forget_scam_alerts(timestamptz) to app;
