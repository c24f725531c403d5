-- Whether somebody ever did anything is looked up for each of them: `exists`, asked of thousands, was turned into
-- reading every row that anybody has.
create or replace function gyeote.remove_abandoned_accounts(today date) returns setof uuid
  language sql security definer set search_path = '' as $$
  with removed as (
    delete from gyeote.people where id = any (array(
      select id from gyeote.people person
      where anonymous and not is_demo and last_active_on <= today - 7
        and (last_active_on <= today - 400 or coalesce(
          (select 1 from gyeote.card_completions where person_id = person.id limit 1),
          (select 1 from gyeote.quiz_answers where person_id = person.id limit 1),
          (select 1 from gyeote.points_ledger where person_id = person.id limit 1),
          (select 1 from gyeote.days_together where person_id = person.id limit 1),
          (select 1 from gyeote.applied_commands where person_id = person.id limit 1),
          (select 1 from gyeote.consents where person_id = person.id limit 1),
          (select 1 from gyeote.family_links
            where senior_id = person.id or relative_id = person.id limit 1)) is null)
      order by last_active_on limit 500))
    returning id
  )
  insert into gyeote.erasures (person_id) select id from removed
  on conflict (person_id) do update set claimed_at = null
  returning person_id
$$;
