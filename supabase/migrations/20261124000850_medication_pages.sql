-- What pages of medicines need: the label's words and the amount of an as-needed one, what came since a phone asked last, and a month of a
-- long history without the years before it.

alter table gyeote.course_versions
  add column unit text not null default '알' check (char_length(unit) between 1 and 10),
  -- Of an as-needed one, in thousandths of `unit`; the others have theirs by slot.
  add column amount int check (amount between 1 and 10000000),
  add column label text check (char_length(label) between 1 and 80),
  add column instruction text check (char_length(instruction) between 1 and 400);
alter table gyeote.course_versions alter column unit drop default;
grant insert (unit, amount, label, instruction) on gyeote.course_versions to authenticated;

-- A phone asks for what has arrived since it asked last. By the person as text, so that no other read takes
-- this index for the one by date, which costs the planner the same and not all five years.
create index answers_by_arrival on gyeote.answers ((person_id::text), received_at);

-- A read names its person, and the policy names who may be seen. The planner takes the two for
-- independent and expects one row, for which any index of the person will do, also one that reads their five
-- years for a month. Without statistics of the person it assumes few people, and looks for the narrowest.
alter table gyeote.answers alter column person_id set statistics 0;
alter table gyeote.intakes alter column person_id set statistics 0;
alter table gyeote.snoozes alter column person_id set statistics 0;

-- Moves the medicines of an anonymous account to whoever adopts it, where they arrive now, each at an
-- instant of its own: the person's other phones ask for what came since. Hours and zones that the person
-- has settled already stay as they are. Called by `adopt_anonymous` alone.
create or replace function gyeote.adopt_medication(anon_id uuid, viewer uuid) returns void
  language plpgsql security definer set search_path = '' as $$
declare
  fact text;
begin
  set constraints all deferred;
  delete from gyeote.slot_hours hour where person_id = anon_id and exists (
    select from gyeote.slot_hours kept where kept.person_id = viewer and kept.slot_id = hour.slot_id);
  delete from gyeote.zones where person_id = anon_id and exists (
    select from gyeote.zones where person_id = viewer);
  foreach fact in array array['courses', 'course_versions', 'slot_hours', 'zones', 'packs', 'stock_counts',
    'pauses', 'pause_ends', 'retractions', 'answers', 'intakes', 'snoozes']
  loop
    execute format('update gyeote.%I set person_id = $2, received_at = clock_timestamp(),
      by_id = case by_id when $1 then $2 else by_id end
      where person_id = $1', fact) using anon_id, viewer;
  end loop;
end $$;
