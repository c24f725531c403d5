-- Checks that a person had kept, each by their own tap: the words they were sent, and what was found in them.
-- Nobody else sees them, the family neither; they are removed when the person says so, and with the account.

create table gyeote.scam_checks (
  person_id uuid not null references gyeote.people on delete cascade,
  id uuid not null,
  at timestamptz not null,
  kind text not null check (kind in ('message', 'call')),
  level text not null check (level in ('danger', 'caution', 'nothing_found')),
  trick text check (char_length(trick) <= 40),
  reasons jsonb not null check (jsonb_typeof(reasons) = 'array' and pg_column_size(reasons) <= 1000),
  message text not null check (char_length(message) between 1 and 10000),
  primary key (person_id, id)
);
create index scam_checks_by_time on gyeote.scam_checks (person_id, at desc, id desc);

alter table gyeote.scam_checks enable row level security;
grant select, insert on gyeote.scam_checks to authenticated;
create policy "A person reads the checks they kept" on gyeote.scam_checks
  for select to authenticated
  using (person_id = (select auth.uid()) and not (select gyeote.is_held()));
create policy "A person keeps a check of their own" on gyeote.scam_checks
  for insert to authenticated with check (person_id = (select auth.uid()));

-- Nobody may delete rows by themselves; this removes one of the viewer's, as long as it is sure who they are.
create function gyeote.forget_scam_check(check_id uuid) returns void
  language sql security definer set search_path = '' as $$
  delete from gyeote.scam_checks
  where person_id = auth.uid() and id = check_id and not gyeote.is_held()
$$;

-- When an anonymous account is adopted its kept checks go along.
create function gyeote.adopt_scam_checks() returns trigger
  language plpgsql security definer set search_path = '' as $$
begin
  update gyeote.scam_checks kept set person_id = new.person_id
  where person_id = new.adopted_id and not exists (
    select from gyeote.scam_checks own where own.person_id = new.person_id and own.id = kept.id);
  return null;
end $$;
create trigger adopt_scam_checks after insert on gyeote.adoptions
  for each row execute function gyeote.adopt_scam_checks();

revoke execute on all functions in schema gyeote from public;
grant execute on function gyeote.forget_scam_check(uuid) to authenticated;
