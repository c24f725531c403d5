-- The tables of the local accounts endpoint, in the shape of Supabase Auth as far as it is used.
-- Only role auth_server may touch them. Refresh tokens are signed counters of a session, and codes are
-- keyed hashes, so neither can be read out of a copy of the database.

create table auth.users (
  id uuid primary key default gen_random_uuid(),
  -- Digits without the plus sign, as Supabase Auth keeps and hands them out.
  phone text unique,
  phone_confirmed_at timestamptz,
  phone_change text not null default '',
  is_anonymous boolean not null default false,
  encrypted_password text,
  raw_app_meta_data jsonb not null default '{}',
  raw_user_meta_data jsonb not null default '{}',
  last_sign_in_at timestamptz,
  created_at timestamptz not null,
  updated_at timestamptz not null
);

create table auth.sessions (
  id uuid primary key default gen_random_uuid(),
  user_id uuid not null references auth.users on delete cascade,
  refresh_token_counter bigint not null default 0,
  refreshed_at timestamptz not null,
  created_at timestamptz not null
);
create index sessions_by_user on auth.sessions (user_id);

-- One living code a number: a new one takes the place of the old one.
create table auth.one_time_tokens (
  phone text primary key,
  kind text not null check (kind in ('sms', 'phone_change')),
  -- Whose number it will be; null when the code signs in.
  user_id uuid references auth.users on delete cascade,
  code_hash bytea not null,
  tries_left smallint not null,
  expires_at timestamptz not null,
  check ((kind = 'phone_change') = (user_id is not null))
);
create index one_time_tokens_by_user on auth.one_time_tokens (user_id) where user_id is not null;

alter table auth.users enable row level security;
alter table auth.sessions enable row level security;
alter table auth.one_time_tokens enable row level security;
create policy "The auth server alone" on auth.users for all to auth_server
  using (true) with check (true);
create policy "The auth server alone" on auth.sessions for all to auth_server
  using (true) with check (true);
create policy "The auth server alone" on auth.one_time_tokens for all to auth_server
  using (true) with check (true);

revoke all on all tables in schema auth from public;
grant select, insert, update, delete on auth.users, auth.sessions, auth.one_time_tokens
  to auth_server;
