import pg from 'pg'
import { migrate } from '~/platform/database/migrate.server'
import { postgresOwner } from '~/platform/database/owner-session.server'
import { runAt, startCluster, urlOf, type DatabaseUrls } from './postgres'

/**
 * Roles and schema `auth` as a hosted Supabase project has them before anything of ours is there (github.com/supabase/
 * postgres, migrations/db): its `postgres` is no superuser, and `auth` belongs to somebody else.
 */
const roles = `
  create role anon nologin inherit;
  create role authenticated nologin inherit;
  create role service_role nologin inherit bypassrls;
  create role authenticator login noinherit;
  grant anon, authenticated, service_role to authenticator;
  create role supabase_auth_admin login noinherit createrole;
  create role postgres login createrole createdb replication bypassrls;
  do $$ begin
    if current_setting('server_version_num')::int >= 160000 then
      grant anon, authenticated, service_role to postgres with admin option;
    else
      grant anon, authenticated, service_role to postgres;
    end if;
  end $$`

const auth = `
  create schema auth;
  grant usage on schema auth to anon, authenticated, service_role, postgres;
  grant all on schema auth to supabase_auth_admin;
  set role supabase_auth_admin;
  create table auth.users (id uuid primary key, phone text, is_anonymous boolean not null);
  create function auth.uid() returns uuid language sql stable as $$
    select coalesce(nullif(current_setting('request.jwt.claim.sub', true), ''),
      nullif(current_setting('request.jwt.claims', true), '')::jsonb ->> 'sub')::uuid
  $$;
  create function auth.jwt() returns jsonb language sql stable as $$
    select coalesce(nullif(current_setting('request.jwt.claim', true), ''),
      nullif(current_setting('request.jwt.claims', true), ''))::jsonb
  $$;
  reset role`

export interface HostedPostgres extends DatabaseUrls {
  superuserUrl: string
  stop(): Promise<void>
}

/** A project with role `app` and the migrations made by `postgres`, as docs/operations.md says. */
export async function startHostedPostgres(): Promise<HostedPostgres> {
  const { address, stop } = await startCluster()
  const name = 'hosted'
  const superuserUrl = urlOf('superuser', address, name)
  const ownerUrl = urlOf('postgres', address, name)
  try {
    await runAt(urlOf('superuser', address, 'postgres'), roles)
    await runAt(urlOf('superuser', address, 'postgres'), `create database ${name} owner postgres`)
    await runAt(superuserUrl, auth)
    await runAt(ownerUrl, 'create role app login noinherit; grant anon, authenticated to app')
    const client = new pg.Client({ connectionString: ownerUrl })
    await client.connect()
    try {
      await migrate(postgresOwner(client), process.cwd())
    } finally {
      await client.end()
    }
    return { superuserUrl, ownerUrl, appUrl: urlOf('app', address, name), stop }
  } catch (error) {
    await stop()
    throw error
  }
}
