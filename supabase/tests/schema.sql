-- What must hold on any database the app runs on, hosted ones too: as the owner,
--   psql "$MIGRATION_DATABASE_URL" -v ON_ERROR_STOP=1 -f supabase/tests/schema.sql
-- It changes nothing, and names what is wrong. `npm test` runs it on both engines.
do $$
declare
  wrong text;
begin
  select string_agg(relname, ', ') into wrong from pg_class
  where relnamespace = 'gyeote'::regnamespace and relkind in ('r', 'p') and not relrowsecurity;
  if wrong is not null then
    raise exception 'without row level security: %', wrong;
  end if;

  select string_agg(proname, ', ') into wrong from pg_proc
  where pronamespace = 'gyeote'::regnamespace and has_function_privilege('anon', oid, 'execute');
  if wrong is not null then
    raise exception 'functions open to everyone: %', wrong;
  end if;

  select string_agg(proname, ', ') into wrong from pg_proc
  where pronamespace = 'gyeote'::regnamespace and prosecdef
    and not coalesce(proconfig, '{}') && array['search_path=""', 'search_path='];
  if wrong is not null then
    raise exception 'definer functions with a search path: %', wrong;
  end if;

  select string_agg(relname || ' for ' || role, ', ') into wrong
  from pg_class, unnest(array['anon', 'app']) as role
  where relnamespace = 'gyeote'::regnamespace and relkind in ('r', 'p', 'v', 'm')
    and has_any_column_privilege(role, oid, 'select, insert, update')
    and not (relname = 'cards' and role = 'anon');
  if wrong is not null then
    raise exception 'tables open to somebody without a session: %', wrong;
  end if;

  select string_agg(rolname, ', ') into wrong from pg_roles
  where rolname in ('app', 'anon', 'authenticated') and (rolsuper or rolbypassrls);
  if wrong is not null then
    raise exception 'roles that policies do not bind: %', wrong;
  end if;

  if pg_has_role('app', (select nspowner from pg_namespace where nspname = 'gyeote'), 'member') then
    raise exception 'role app is a member of the owner of schema gyeote';
  end if;
end $$;
