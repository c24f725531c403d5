-- The memory of applied commands is kept 400 days: no phone holds an unsent command longer than that.

create function gyeote.trim_applied_commands() returns int
  language plpgsql security definer set search_path = '' as $$
declare
  trimmed int;
begin
  delete from gyeote.applied_commands where applied_at < now() - interval '400 days';
  get diagnostics trimmed = row_count;
  return trimmed;
end $$;

revoke execute on all functions in schema gyeote from public;
grant execute on function gyeote.trim_applied_commands() to app;
