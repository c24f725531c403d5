-- Roles that a hosted Supabase project already has, and the two logins of this app.
-- Runs as the owner wherever `auth.users` is missing; never pushed to Supabase.
do $$
begin
  if not exists (select from pg_roles where rolname = 'anon') then
    create role anon nologin noinherit;
  end if;
  if not exists (select from pg_roles where rolname = 'authenticated') then
    create role authenticated nologin noinherit;
  end if;
  if not exists (select from pg_roles where rolname = 'auth_server') then
    create role auth_server nologin noinherit;
  end if;
  if not exists (select from pg_roles where rolname = 'app') then
    create role app login noinherit;
  end if;
exception when duplicate_object or unique_violation then
  null; -- another process of the same cluster was faster; roles belong to the cluster
end $$;

grant anon, authenticated, auth_server to app;

create schema if not exists auth;
revoke all on schema auth from public;
grant usage on schema auth to anon, authenticated, auth_server, app;

create or replace function auth.uid() returns uuid language sql stable as $$
  select (nullif(current_setting('request.jwt.claims', true), '')::jsonb ->> 'sub')::uuid
$$;

create or replace function auth.jwt() returns jsonb language sql stable as $$
  select coalesce(nullif(current_setting('request.jwt.claims', true), '')::jsonb, '{}'::jsonb)
$$;

grant execute on function auth.uid(), auth.jwt() to anon, authenticated, app;
