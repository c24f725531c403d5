import { sql } from 'kysely'
import type { Tx } from '../database/database.server'

/** A row of `auth.users`. `phone` and `phone_change` are digits without a plus sign. */
export interface UserRow {
  id: string
  phone: string | null
  phone_confirmed_at: Date | null
  phone_change: string
  is_anonymous: boolean
  encrypted_password: string | null
  raw_app_meta_data: Record<string, unknown>
  raw_user_meta_data: Record<string, unknown>
  last_sign_in_at: Date | null
  created_at: Date
  updated_at: Date
}

export async function findUser(tx: Tx, id: string): Promise<UserRow | null> {
  const { rows } = await sql<UserRow>`select * from auth.users where id = ${id}`.execute(tx)
  return rows[0] ?? null
}

export async function findUserByPhone(tx: Tx, phone: string): Promise<UserRow | null> {
  const { rows } = await sql<UserRow>`select * from auth.users where phone = ${phone}`.execute(tx)
  return rows[0] ?? null
}

export interface NewUser {
  id?: string
  phone?: string
  phoneConfirmed?: boolean
  anonymous?: boolean
  passwordHash?: string
  userMetadata?: Record<string, unknown>
}

/** Null when the id or the number is already there. */
export async function addUser(tx: Tx, user: NewUser, now: Date): Promise<UserRow | null> {
  const { rows } = await sql<UserRow>`
    insert into auth.users (id, phone, phone_confirmed_at, is_anonymous, encrypted_password,
      raw_app_meta_data, raw_user_meta_data, created_at, updated_at)
    values (coalesce(${user.id ?? null}::uuid, gen_random_uuid()), ${user.phone ?? null},
      ${user.phone && user.phoneConfirmed ? now : null}::timestamptz, ${user.anonymous ?? false},
      ${user.passwordHash ?? null},
      ${JSON.stringify(user.phone ? { provider: 'phone', providers: ['phone'] } : {})}::jsonb,
      ${JSON.stringify(user.userMetadata ?? {})}::jsonb, ${now}, ${now})
    on conflict do nothing
    returning *`.execute(tx)
  return rows[0] ?? null
}

/** Makes the number this user's own; from then on the user is not anonymous. */
export async function attachPhone(
  tx: Tx,
  id: string,
  phone: string,
  now: Date,
): Promise<UserRow | null> {
  const { rows } = await sql<UserRow>`
    update auth.users set phone = ${phone}, phone_confirmed_at = ${now}, phone_change = '',
      is_anonymous = false, updated_at = ${now},
      raw_app_meta_data = '{"provider":"phone","providers":["phone"]}'::jsonb
    where id = ${id}
      and not exists (select from auth.users other where other.phone = ${phone} and other.id <> ${id})
    returning *`.execute(tx)
  return rows[0] ?? null
}

/** How Supabase Auth shows a user to a client. */
export function userJson(user: UserRow) {
  return {
    id: user.id,
    aud: 'authenticated',
    role: 'authenticated',
    email: '',
    phone: user.phone ?? '',
    ...(user.phone_confirmed_at && {
      phone_confirmed_at: user.phone_confirmed_at,
      confirmed_at: user.phone_confirmed_at,
    }),
    ...(user.phone_change && { new_phone: user.phone_change }),
    ...(user.last_sign_in_at && { last_sign_in_at: user.last_sign_in_at }),
    app_metadata: user.raw_app_meta_data,
    user_metadata: user.raw_user_meta_data,
    identities: [],
    is_anonymous: user.is_anonymous,
    created_at: user.created_at,
    updated_at: user.updated_at,
  }
}
