-- What the first pages read, each with one call. In plpgsql, so that a connection keeps the plans: planning
-- fifteen tables with their policies takes longer than reading what somebody has in them. With the rights of
-- whoever calls, as every read.

-- Everything the viewer may see of a person's medicines, by the names of `schedule/facts.ts`; of answers,
-- intakes and snoozes those of the care dates from `first_day` until just before `end_day`.
create function gyeote.medicines_of(person uuid, first_day int, end_day int) returns json
  language plpgsql stable set search_path = '' as $$
begin
  return json_build_object(
    'courses', (select coalesce(json_agg(fact order by id), '[]')
      from gyeote.courses fact where person_id = person),
    'courseVersions', (select coalesce(json_agg(fact order by id), '[]')
      from gyeote.course_versions fact where person_id = person),
    'slotHours', (select coalesce(json_agg(fact order by id), '[]')
      from gyeote.slot_hours fact where person_id = person),
    'zones', (select coalesce(json_agg(fact order by id), '[]')
      from gyeote.zones fact where person_id = person),
    'packs', (select coalesce(json_agg(fact order by id), '[]')
      from gyeote.packs fact where person_id = person),
    'stockCounts', (select coalesce(json_agg(fact order by id), '[]')
      from gyeote.stock_counts fact where person_id = person),
    'pauses', (select coalesce(json_agg(fact order by id), '[]')
      from gyeote.pauses fact where person_id = person),
    'pauseEnds', (select coalesce(json_agg(fact order by id), '[]')
      from gyeote.pause_ends fact where person_id = person),
    'retractions', (select coalesce(json_agg(fact order by id), '[]')
      from gyeote.retractions fact where person_id = person),
    'answers', (select coalesce(json_agg(fact order by id), '[]')
      from gyeote.answers fact
      where person_id = person and care_date >= first_day and care_date < end_day),
    'intakes', (select coalesce(json_agg(fact order by id), '[]')
      from gyeote.intakes fact
      where person_id = person and taken_wall >= first_day * 1440 and taken_wall < end_day * 1440),
    'snoozes', (select coalesce(json_agg(fact order by id), '[]')
      from gyeote.snoozes fact
      where person_id = person and care_date >= first_day and care_date < end_day),
    'clinicVisits', (select coalesce(json_agg(fact order by id), '[]')
      from gyeote.clinic_visits fact where person_id = person),
    'photos', (select coalesce(json_agg(fact order by id), '[]')
      from gyeote.photos fact where person_id = person),
    'acknowledgements', (select coalesce(json_agg(fact order by id), '[]')
      from gyeote.acknowledgements fact where person_id = person));
end $$;

-- Of that only what was taken, of days before those that were read: stock is counted from the packs on.
create function gyeote.taken_of(person uuid, first_day int, end_day int) returns json
  language plpgsql stable set search_path = '' as $$
begin
  return json_build_object(
    'answers', (select coalesce(json_agg(fact order by id), '[]')
      from gyeote.answers fact
      where person_id = person and care_date >= first_day and care_date < end_day),
    'intakes', (select coalesce(json_agg(fact order by id), '[]')
      from gyeote.intakes fact
      where person_id = person and taken_wall >= first_day * 1440 and taken_wall < end_day * 1440));
end $$;

-- The person's newest answer to the question for health data; null while they were never asked.
create function gyeote.health_consent_of(person uuid) returns json
  language plpgsql stable set search_path = '' as $$
begin
  return (
    select json_build_object('given', given, 'textVersion', text_version) from gyeote.consents
    where person_id = person and kind = 'health_data' and link_id is null
    order by number desc limit 1
  );
end $$;

-- What the first page says of the viewer's family, as far as everybody has it; of requests at most `most` count.
create function gyeote.family_news_of(person uuid, on_day date, most int)
  returns table (linked boolean, presence boolean, waiting int, fine timestamptz)
  language plpgsql stable set search_path = '' as $$
begin
  return query select
    exists (select from gyeote.family_links where senior_id = person and status = 'active'),
    gyeote.shares_presence(),
    ((select count(*) from gyeote.family_invites
        where senior_id = person and joined_at is not null)
      + (select count(*) from (
        select from gyeote.family_requests where relative_id <> person limit most) newest))::int,
    (select said_at from gyeote.family_fine where person_id = person and day = on_day);
end $$;

revoke execute on all functions in schema gyeote from public;
grant execute on function gyeote.medicines_of(uuid, int, int), gyeote.taken_of(uuid, int, int),
  gyeote.health_consent_of(uuid), gyeote.family_news_of(uuid, date, int) to authenticated;
