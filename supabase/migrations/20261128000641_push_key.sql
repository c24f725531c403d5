-- The push key of all processes: phones subscribe to one, and a process with another reminds nobody. The first that
-- starts writes down its public one.
create table gyeote.push_keys (
  only_one boolean primary key default true check (only_one),
  public_key text not null check (char_length(public_key) <= 100)
);
alter table gyeote.push_keys enable row level security;

-- Whether this is the key of all processes.
create function gyeote.is_push_key(its_key text) returns boolean
  language plpgsql security definer set search_path = '' as $$
begin
  insert into gyeote.push_keys (public_key) values (its_key) on conflict do nothing;
  return exists (select from gyeote.push_keys where public_key = its_key);
end $$;

revoke execute on all functions in schema gyeote from public;
grant execute on function gyeote.is_push_key(text) to app;
