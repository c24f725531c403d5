-- All that is kept of a person, for them to take along, as the database has it: one function for each room, with its tables by
-- their names. In plpgsql, so that a connection keeps the plans: planning fifty tables with their policies takes longer than
-- reading what somebody has in them. With the rights of whoever calls, as every read; instants in UTC.

create function gyeote.account_data_of(person uuid) returns json
  language plpgsql stable set search_path = '' set timezone = 'UTC' as $$
begin
  return (select row_to_json(taken) from (select
    (select coalesce(json_agg(kept), '[]') from gyeote.people kept where id = person) as people,
    (select coalesce(json_agg(kept), '[]') from gyeote.devices kept where person_id = person) as devices,
    (select coalesce(json_agg(kept), '[]') from (
      select reached_at, emptied_at from gyeote.device_reach where person_id = person
    ) kept) as device_reach,
    (select coalesce(json_agg(kept), '[]')
      from gyeote.phone_endings kept where person_id = person) as phone_endings,
    (select coalesce(json_agg(kept), '[]')
      from gyeote.adoptions kept where person_id = person) as adoptions,
    (select coalesce(json_agg(kept), '[]')
      from gyeote.applied_commands kept where person_id = person) as applied_commands,
    (select coalesce(json_agg(kept), '[]')
      from gyeote.audit_subjects kept where person_id = person) as audit_subjects,
    -- Which subject the viewer is says the policy.
    (select coalesce(json_agg(kept), '[]') from gyeote.audit_logs kept) as audit_logs,
    (select coalesce(json_agg(kept), '[]') from gyeote.consents kept where person_id = person) as consents
  ) taken);
end $$;

create function gyeote.learning_data_of(person uuid) returns json
  language plpgsql stable set search_path = '' set timezone = 'UTC' as $$
begin
  return (select row_to_json(taken) from (select
    (select coalesce(json_agg(kept), '[]')
      from gyeote.card_completions kept where person_id = person) as card_completions,
    (select coalesce(json_agg(kept), '[]')
      from gyeote.card_views kept where person_id = person) as card_views,
    (select coalesce(json_agg(kept), '[]')
      from gyeote.quiz_answers kept where person_id = person) as quiz_answers,
    (select coalesce(json_agg(kept), '[]')
      from gyeote.points_ledger kept where person_id = person) as points_ledger,
    (select coalesce(json_agg(kept), '[]')
      from gyeote.days_together kept where person_id = person) as days_together
  ) taken);
end $$;

create function gyeote.medication_data_of(person uuid) returns json
  language plpgsql stable set search_path = '' set timezone = 'UTC' as $$
begin
  return (select row_to_json(taken) from (select
    (select coalesce(json_agg(kept), '[]') from gyeote.courses kept where person_id = person) as courses,
    (select coalesce(json_agg(kept), '[]')
      from gyeote.course_versions kept where person_id = person) as course_versions,
    (select coalesce(json_agg(kept), '[]')
      from gyeote.slot_hours kept where person_id = person) as slot_hours,
    (select coalesce(json_agg(kept), '[]') from gyeote.zones kept where person_id = person) as zones,
    (select coalesce(json_agg(kept), '[]') from gyeote.packs kept where person_id = person) as packs,
    (select coalesce(json_agg(kept), '[]')
      from gyeote.stock_counts kept where person_id = person) as stock_counts,
    (select coalesce(json_agg(kept), '[]') from gyeote.pauses kept where person_id = person) as pauses,
    (select coalesce(json_agg(kept), '[]')
      from gyeote.pause_ends kept where person_id = person) as pause_ends,
    (select coalesce(json_agg(kept), '[]')
      from gyeote.retractions kept where person_id = person) as retractions,
    (select coalesce(json_agg(kept), '[]') from gyeote.answers kept where person_id = person) as answers,
    (select coalesce(json_agg(kept), '[]') from gyeote.intakes kept where person_id = person) as intakes,
    (select coalesce(json_agg(kept), '[]') from gyeote.snoozes kept where person_id = person) as snoozes,
    (select coalesce(json_agg(kept), '[]')
      from gyeote.clinic_visits kept where person_id = person) as clinic_visits,
    (select coalesce(json_agg(kept), '[]')
      from gyeote.acknowledgements kept where person_id = person) as acknowledgements,
    (select coalesce(json_agg(kept), '[]')
      from gyeote.emergency_sheets kept where person_id = person) as emergency_sheets,
    (select coalesce(json_agg(kept), '[]') from gyeote.photos kept where person_id = person) as photos
  ) taken);
end $$;

create function gyeote.reminders_data_of(person uuid) returns json
  language plpgsql stable set search_path = '' set timezone = 'UTC' as $$
begin
  return (select row_to_json(taken) from (select
    (select coalesce(json_agg(kept), '[]')
      from gyeote.reminder_settings kept where person_id = person) as reminder_settings,
    (select coalesce(json_agg(kept), '[]')
      from gyeote.push_devices kept where person_id = person) as push_devices,
    (select coalesce(json_agg(kept), '[]')
      from gyeote.reminder_plans kept where person_id = person) as reminder_plans,
    (select coalesce(json_agg(kept), '[]')
      from gyeote.reminder_sends kept where person_id = person) as reminder_sends
  ) taken);
end $$;

create function gyeote.family_data_of(person uuid) returns json
  language plpgsql stable set search_path = '' set timezone = 'UTC' as $$
begin
  return (select row_to_json(taken) from (select
    (select coalesce(json_agg(kept), '[]')
      from gyeote.family_links kept where senior_id = person or relative_id = person) as family_links,
    (select coalesce(json_agg(kept), '[]') from (
      select id, senior_id, relative_id, relative_name, created_at, left_at
      from gyeote.family_blocks where senior_id = person
    ) kept) as family_blocks,
    (select coalesce(json_agg(kept), '[]') from (
      select id, relative_name, relative_phone, to_end, created_at, expires_at
      from gyeote.family_requests where relative_id = person
    ) kept) as family_requests,
    (select coalesce(json_agg(kept), '[]')
      from gyeote.family_fine kept where person_id = person) as family_fine,
    -- Those the viewer wrote and those they were sent, says the policy.
    (select coalesce(json_agg(kept), '[]') from (
      select id, link_id, day, words, created_at from gyeote.family_words
    ) kept) as family_words,
    (select coalesce(json_agg(kept), '[]')
      from gyeote.family_presence kept where person_id = person) as family_presence,
    (select coalesce(json_agg(kept), '[]') from (
      select way, email, asked_email, sent_week, error
      from gyeote.family_weekly where person_id = person
    ) kept) as family_weekly,
    -- Of relatives who looked, says the policy.
    (select coalesce(json_agg(kept), '[]') from gyeote.family_looks kept) as family_looks,
    (select coalesce(json_agg(kept), '[]')
      from gyeote.ladder_choices kept where person_id = person) as ladder_choices,
    (select coalesce(json_agg(kept), '[]')
      from gyeote.ladder_ends kept where person_id = person) as ladder_ends,
    -- Those of the viewer's own medicines, and those by which they were told, says the policy.
    (select coalesce(json_agg(kept), '[]') from gyeote.ladder_steps kept) as ladder_steps
  ) taken);
end $$;

create function gyeote.scam_check_data_of(person uuid) returns json
  language plpgsql stable set search_path = '' set timezone = 'UTC' as $$
begin
  return (select row_to_json(taken) from (select
    (select coalesce(json_agg(kept), '[]')
      from gyeote.scam_checks kept where person_id = person) as scam_checks,
    (select coalesce(json_agg(kept), '[]')
      from gyeote.scam_alerts kept where person_id = person) as scam_alerts,
    -- What the viewer was told of a senior.
    (select coalesce(json_agg(kept), '[]') from (
      select id, link_id, told_at, seen_at from gyeote.scam_alerts_told where relative_id = person
    ) kept) as scam_alerts_told
  ) taken);
end $$;

revoke execute on all functions in schema gyeote from public;
grant execute on function gyeote.account_data_of(uuid), gyeote.learning_data_of(uuid),
  gyeote.medication_data_of(uuid), gyeote.reminders_data_of(uuid), gyeote.family_data_of(uuid),
  gyeote.scam_check_data_of(uuid) to authenticated;
