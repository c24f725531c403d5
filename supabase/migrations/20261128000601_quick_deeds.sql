-- What a phone sends by the hundred, with few calls of kept plans; see 20261128000600_quick_reads.sql. Policies
-- bind these functions as they bind whoever calls them.

create or replace function gyeote.store_outcome(command uuid, result jsonb) returns void
  language plpgsql security definer set search_path = '' as $$
begin
  update gyeote.applied_commands set outcome = result
  where person_id = auth.uid() and command_id = command;
end $$;

-- Whether an answer to a card's quiz is right, null where there is no such card or answer, and where the viewer
-- lives. No row for whoever has none.
create function gyeote.judge_answer(card text, chosen int)
  returns table (correct boolean, zone text)
  language plpgsql stable set search_path = '' as $$
begin
  return query
    select (known.content #>> array['quiz', 'answers', chosen::text, 'correct'])::boolean,
      person.time_zone
    from gyeote.people person left join gyeote.cards known on known.id = card
    where person.id = auth.uid();
end $$;

-- Keeps one answer under the id of its command, and counts the day.
create function gyeote.keep_answer(
    command uuid, card text, chosen int, is_right boolean, on_day date, occurred timestamptz)
  returns void language plpgsql set search_path = '' as $$
begin
  insert into gyeote.quiz_answers
    (person_id, id, card_id, answer, correct, answered_on, occurred_at)
  values (auth.uid(), command, card, chosen, is_right, on_day, occurred)
  on conflict do nothing;
  insert into gyeote.days_together (person_id, day) values (auth.uid(), on_day)
  on conflict do nothing;
  update gyeote.people set last_active_on = on_day
  where id = auth.uid() and last_active_on < on_day;
end $$;

-- The same, and finishes the card. Returns the points given now, once for ever.
create function gyeote.finish_card(
    command uuid, card text, chosen int, is_right boolean, on_day date, occurred timestamptz)
  returns int language plpgsql set search_path = '' as $$
declare
  given int;
begin
  perform gyeote.keep_answer(command, card, chosen, is_right, on_day, occurred);
  insert into gyeote.card_completions (person_id, card_id, completed_on, occurred_at)
  values (auth.uid(), card, on_day, occurred)
  on conflict do nothing;
  given := gyeote.award_card_points(card);
  perform gyeote.record_event('card_complete',
    jsonb_build_object('card_id', card, 'quiz_correct', is_right, 'points_earned', given));
  return given;
end $$;

-- Where the viewer takes their medicines, and whether what they say of them may be kept.
create function gyeote.where_and_whether() returns table (zone text, may boolean)
  language plpgsql stable set search_path = '' as $$
begin
  return query select
    coalesce(
      (select name from gyeote.zones last where person_id = auth.uid() and not exists (
        select from gyeote.zones next
        where next.person_id = auth.uid() and next.base_id = last.id)),
      (select time_zone from gyeote.people where id = auth.uid()),
      'Asia/Seoul'),
    gyeote.may_keep_health_data();
end $$;

revoke execute on all functions in schema gyeote from public;
grant execute on function gyeote.judge_answer(text, int),
  gyeote.keep_answer(uuid, text, int, boolean, date, timestamptz),
  gyeote.finish_card(uuid, text, int, boolean, date, timestamptz),
  gyeote.where_and_whether() to authenticated;
