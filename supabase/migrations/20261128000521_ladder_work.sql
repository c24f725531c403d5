-- What a process that reminds needs for the ladder: it reads, and writes down whom it tells, in one place with
-- the claims of 20261128000100_reminders.sql.

-- Relatives in the order in which they are told: those who are linked and may see today's medicines. `reached` is
-- false for who has no phone to push to, or got as many pushes today as one may.
create function gyeote.ladder_rungs(senior uuid, links uuid[], at timestamptz, most_a_day int)
  returns json
  language plpgsql stable security definer set search_path = '' as $$
begin
  return (
    select coalesce(json_agg(json_build_object('linkId', link.id, 'relation', link.relation,
      'reached', exists (
          select from gyeote.push_devices phone join gyeote.devices device using (session_id)
          join gyeote.people leaving on leaving.id = phone.person_id
          where phone.person_id = link.relative_id and device.signed_out_at is null
            and coalesce(device.number_question, 'yes') = 'yes'
            and coalesce(device.held_until <= ladder_rungs.at, true)
            and leaving.deletion_requested_at is null)
        and not exists (
          select from gyeote.reminder_plans plan
          where plan.person_id = link.relative_id and plan.pushed >= most_a_day
            and plan.pushed_on = (ladder_rungs.at at time zone 'Asia/Seoul')::date))
      order by chosen.place), '[]')
    from unnest(links) with ordinality as chosen (id, place)
    join gyeote.family_links link
      on link.id = chosen.id and link.senior_id = senior and link.status = 'active'
    where exists (
      select from unnest(array['med_today', 'med']) opens (kind)
      where (
        select consent.given and consent.created_at > ladder_rungs.at - interval '6 months'
        from gyeote.consents consent
        where consent.link_id = link.id and consent.kind = opens.kind
        order by consent.number desc limit 1)));
end $$;

-- Of the viewer's family those who see today's medicines, and whether a push reaches them: what a senior has to know
-- who counts on it.
create function gyeote.ladder_reach(at timestamptz) returns json
  language sql stable security definer set search_path = '' as $$
  select gyeote.ladder_rungs(auth.uid(), array(select id from gyeote.family_links
    where senior_id = auth.uid() and status = 'active' order by created_at), at, 1000000)
  where not gyeote.is_held()
$$;

-- Of people who have chosen a ladder or whom one has told: what was chosen with all it came to since `from_day`,
-- and what they were told within the hour before `at`. Whoever has neither is left out.
create function gyeote.read_ladders(people uuid[], from_day int, at timestamptz, most_a_day int)
  returns table (person_id uuid, ladder json, calls json)
  language plpgsql stable security definer set search_path = '' as $$
begin
  return query
    select who.id,
      (select json_build_object('afterMinutes', choice.after_minutes, 'quietFrom', choice.quiet_from,
          'quietTo', choice.quiet_to, 'courseIds', choice.course_ids, 'chosenAt', choice.chosen_at,
          'rungs', gyeote.ladder_rungs(who.id, choice.link_ids, read_ladders.at, most_a_day),
          'reach', (select coalesce(json_agg(json_build_object('reachedAt', reach.reached_at,
              'emptiedAt', reach.emptied_at)), '[]')
            from gyeote.device_reach reach where reach.person_id = who.id),
          'warned', (select coalesce(json_agg(json_build_object('about', sent.about,
              'step', sent.step, 'sentAt', sent.sent_at)), '[]')
            from gyeote.reminder_sends sent
            where sent.person_id = who.id and sent.about >= from_day::text
              and split_part(sent.about, '|', 2) = 'warn' and sent.sent_at is not null),
          'steps', (select coalesce(json_agg(json_build_object('about', step.about,
              'linkId', step.link_id, 'openedAt', step.opened_at,
              'went', (select case when bool_or(sent.state = 'sent') then 'sent'
                  when bool_and(sent.state in ('failed', 'capped', 'too_late')) then 'failed' end
                from gyeote.reminder_sends sent
                where sent.person_id = link.relative_id
                  and sent.about = split_part(step.about, '|', 1) || '|ladder|' || step.id))), '[]')
            from gyeote.ladder_steps step join gyeote.family_links link on link.id = step.link_id
            where step.person_id = who.id and step.about >= from_day::text),
          'ended', (select coalesce(json_agg(ended.about), '[]')
            from gyeote.ladder_ends ended
            where ended.person_id = who.id and ended.about >= from_day::text))
        from (
          select * from gyeote.ladder_choices newest where newest.person_id = who.id
          order by newest.number desc limit 1
        ) choice
        where choice.given and choice.chosen_at > read_ladders.at - interval '6 months'),
      (select json_agg(json_build_object('stepId', step.id, 'seniorId', step.person_id,
          'about', step.about, 'linkId', step.link_id, 'courseIds', step.course_ids,
          'openedAt', step.opened_at, 'relation', link.relation))
        from gyeote.family_links link join gyeote.ladder_steps step on step.link_id = link.id
        where link.relative_id = who.id and link.status = 'active'
          and step.opened_at > read_ladders.at - interval '1 hour')
    from unnest(people) who (id)
    where exists (select from gyeote.ladder_choices chosen where chosen.person_id = who.id)
      or exists (select from gyeote.family_links link join gyeote.ladder_steps step on step.link_id = link.id
        where link.relative_id = who.id and link.status = 'active');
end $$;

-- Tells relatives: each step once, whoever asks, and only of seniors whom this process has. `steps` is a list of
-- person, about, linkId, courseIds. The relatives are looked at next, by whichever process is free.
create function gyeote.open_ladder_steps(token uuid, steps jsonb, at timestamptz) returns int
  language plpgsql security definer set search_path = '' as $$
declare
  seniors uuid[] := array(select distinct (one ->> 'person')::uuid from jsonb_array_elements(steps) one);
  relatives uuid[] := array(select distinct link.relative_id from jsonb_array_elements(steps) one
    join gyeote.family_links link on link.id = (one ->> 'linkId')::uuid);
  held uuid[];
  told uuid[];
  relative uuid;
begin
  -- In one order with everybody else who takes several of them.
  perform from gyeote.people where id = any (seniors || relatives) order by id for key share;
  perform from gyeote.reminder_plans
  where person_id = any (seniors || relatives) order by person_id for update;
  held := array(select person_id from gyeote.reminder_plans
    where claim = token and claimed_until > clock_timestamp() and person_id = any (seniors));
  with opened as (
    insert into gyeote.ladder_steps (person_id, about, link_id, course_ids, opened_at)
    select link.senior_id, one ->> 'about', link.id,
      array(select jsonb_array_elements_text(one -> 'courseIds')::uuid), open_ladder_steps.at
    from jsonb_array_elements(steps) one
    join gyeote.family_links link on link.id = (one ->> 'linkId')::uuid
      and link.senior_id = (one ->> 'person')::uuid and link.status = 'active'
    where link.senior_id = any (held) and not exists (select from gyeote.ladder_ends ended
      where ended.person_id = link.senior_id and ended.about = one ->> 'about')
    on conflict do nothing
    returning link_id
  )
  select array_agg(link.relative_id) into told
  from opened join gyeote.family_links link on link.id = opened.link_id;
  foreach relative in array coalesce(told, '{}') loop
    perform gyeote.wake_reminders(relative);
  end loop;
  return coalesce(cardinality(told), 0);
end $$;

-- Of what was told a week is kept.
create function gyeote.forget_ladder(before timestamptz) returns void
  language sql security definer set search_path = '' as $$
  delete from gyeote.ladder_steps where opened_at < before;
  delete from gyeote.ladder_ends where ladder_ends.at < before
$$;

revoke execute on all functions in schema gyeote from public;
grant execute on function gyeote.ladder_reach(timestamptz) to authenticated;
grant execute on function gyeote.read_ladders(uuid[], int, timestamptz, int),
  gyeote.open_ladder_steps(uuid, jsonb, timestamptz), gyeote.forget_ladder(timestamptz) to app;
