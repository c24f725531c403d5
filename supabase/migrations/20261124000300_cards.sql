-- Learning cards, what was finished, points and days together.

create table gyeote.cards (
  id text primary key,
  track text not null,
  position int not null,
  points int not null check (points between 0 and 100),
  content jsonb not null,
  retired_at timestamptz
);
create index cards_in_track on gyeote.cards (track, position) where retired_at is null;

-- Public reading matter: everyone may read it, only `load_cards` (the process at start) writes it.
alter table gyeote.cards enable row level security;
grant select on gyeote.cards to anon, authenticated;
create policy "Everyone reads the cards" on gyeote.cards
  for select to anon, authenticated using (true);

create function gyeote.load_cards(catalogue jsonb) returns void
  language sql security definer set search_path = '' as $$
  with wanted as (
    select card ->> 'id' as id, card ->> 'track' as track, (card ->> 'order')::int as position,
           (card ->> 'points')::int as points, card as content
    from jsonb_array_elements(catalogue) as card
  ), retired as (
    update gyeote.cards set retired_at = now()
    where retired_at is null and id not in (select id from wanted)
  )
  insert into gyeote.cards (id, track, position, points, content)
  select id, track, position, points, content from wanted
  on conflict (id) do update
    set track = excluded.track, position = excluded.position, points = excluded.points,
        content = excluded.content, retired_at = null
    where (gyeote.cards.content, gyeote.cards.retired_at) is distinct from (excluded.content, null)
$$;

create table gyeote.card_completions (
  person_id uuid not null references gyeote.people on delete cascade,
  card_id text not null references gyeote.cards,
  completed_on date not null,
  occurred_at timestamptz not null,
  received_at timestamptz not null default now(),
  primary key (person_id, card_id)
);
alter table gyeote.card_completions enable row level security;
grant select, insert on gyeote.card_completions to authenticated;
create policy "Completions are seen by those the person lets see cards" on gyeote.card_completions
  for select to authenticated
  using (person_id = any ((select gyeote.visible_persons('cards'))::uuid[]));
create policy "A person completes their own cards" on gyeote.card_completions
  for insert to authenticated with check (person_id = (select auth.uid()));

-- Every answer to a quiz is kept; the newest decides whether the card comes back for review.
create table gyeote.quiz_answers (
  person_id uuid not null references gyeote.people on delete cascade,
  id uuid not null,
  card_id text not null references gyeote.cards,
  answer smallint not null check (answer between 0 and 3),
  correct boolean not null,
  answered_on date not null,
  occurred_at timestamptz not null,
  primary key (person_id, id)
);
create index quiz_answers_by_card on gyeote.quiz_answers (person_id, card_id, occurred_at desc);
alter table gyeote.quiz_answers enable row level security;
grant select, insert on gyeote.quiz_answers to authenticated;
create policy "A person reads their own answers" on gyeote.quiz_answers
  for select to authenticated using (person_id = (select auth.uid()));
create policy "A person answers for themselves" on gyeote.quiz_answers
  for insert to authenticated with check (person_id = (select auth.uid()));

create table gyeote.points_ledger (
  person_id uuid not null references gyeote.people on delete cascade,
  reason text not null check (reason in ('card')),
  subject text not null,
  points int not null,
  created_at timestamptz not null default now(),
  primary key (person_id, reason, subject)
);
alter table gyeote.points_ledger enable row level security;
grant select on gyeote.points_ledger to authenticated;
create policy "A person reads their own points" on gyeote.points_ledger
  for select to authenticated using (person_id = (select auth.uid()));

-- Points of a card the viewer has completed, once for ever, as many as the card is worth.
-- Returns the points given now: 0 when they had been given before.
create function gyeote.award_card_points(card text) returns int
  language plpgsql security definer set search_path = '' as $$
declare
  awarded int;
begin
  insert into gyeote.points_ledger (person_id, reason, subject, points)
  select completion.person_id, 'card', completion.card_id, known.points
  from gyeote.card_completions completion join gyeote.cards known on known.id = completion.card_id
  where completion.person_id = auth.uid() and completion.card_id = card
  on conflict do nothing
  returning points into awarded;
  return coalesce(awarded, 0);
end $$;

-- "함께한 날" only grows: a row a day, never taken away.
create table gyeote.days_together (
  person_id uuid not null references gyeote.people on delete cascade,
  day date not null,
  primary key (person_id, day)
);
alter table gyeote.days_together enable row level security;
grant select, insert on gyeote.days_together to authenticated;
create policy "A person reads their own days" on gyeote.days_together
  for select to authenticated using (person_id = (select auth.uid()));
create policy "A person adds their own days" on gyeote.days_together
  for insert to authenticated with check (person_id = (select auth.uid()));

revoke execute on all functions in schema gyeote from public;
grant execute on function gyeote.award_card_points(text) to authenticated;
grant execute on function gyeote.load_cards(jsonb) to app;

-- The views already in the trail: one per person, card and day.
create table gyeote.card_views (
  person_id uuid not null references gyeote.people on delete cascade,
  card_id text not null references gyeote.cards,
  day date not null,
  primary key (person_id, card_id, day)
);
alter table gyeote.card_views enable row level security;
grant select on gyeote.card_views to authenticated;
create policy "A person reads their own views" on gyeote.card_views
  for select to authenticated using (person_id = (select auth.uid()));

create function gyeote.record_card_view(card text, on_day date) returns void
  language plpgsql security definer set search_path = '' as $$
begin
  insert into gyeote.card_views (person_id, card_id, day) values (auth.uid(), card, on_day)
  on conflict do nothing;
  if found then
    perform gyeote.record_event('card_view', jsonb_build_object('card_id', card));
  end if;
end $$;

revoke execute on all functions in schema gyeote from public;
grant execute on function gyeote.record_card_view(text, date) to authenticated;
