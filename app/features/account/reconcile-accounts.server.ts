import type { GoTrueAdminApi } from '@supabase/supabase-js'
import { sql } from 'kysely'
import { createAuthAdmin } from '~/platform/accounts/auth-admin.server'
import type { Parts } from '~/platform/context.server'
import { finishRemovals } from './finish-removals.server'

const pageSize = 1_000
/** Whoever signs in just now has an auth user a moment before a person. */
const settledMs = 24 * 60 * 60_000
/** More than this at once, and more than one in a hundred, means a wrong address or an old backup. */
const believable = 20

/**
 * Finds what the auth server and the people no longer have in common, after a crash between two steps or
 * a user deleted by hand: auth users without a person are erased, and people without an auth user, who can
 * never sign in again, get the seven days of a deletion. Demo people are left alone. Safe to repeat.
 * @returns how many of each were found now.
 * @throws when so many seem lost that it must be the wrong server; nothing is done then.
 */
export async function reconcileAccounts(parts: Parts): Promise<{ users: number; people: number }> {
  const admin = createAuthAdmin(parts)
  const people = await listPeople(parts)
  const users = await listAuthUsers(admin)
  const lost: string[] = []
  for (const [id, stays] of people)
    // The list's pages shift while people come and go: who is not in it is asked for by name.
    if (stays && !users.has(id) && (await isMissing(admin, id))) lost.push(id)
  const now = parts.clock.now()
  const strangers = [...users]
    .filter(([id, { seenAt }]) => !people.has(id) && now.getTime() - seenAt > settledMs)
    .map(([id]) => id)
  refuseTooMany(lost.length, people.size)
  refuseTooMany(strangers.filter((id) => users.get(id)?.hasPhone).length, users.size)

  for (const id of lost)
    await sql`select gyeote.begin_removal(${id}, ${now})`.execute(parts.db.root)
  const { rows } = await sql`select gyeote.note_strangers(${strangers}::uuid[])`.execute(
    parts.db.root,
  )
  await finishRemovals(parts)
  return { users: rows.length, people: lost.length }
}

function refuseTooMany(lost: number, total: number) {
  if (lost > Math.max(believable, total / 100))
    throw new Error(`${lost} of ${total} have no counterpart: is it the right auth server?`)
}

/** Every person, and whether they have to have an auth user. */
async function listPeople(parts: Parts): Promise<Map<string, boolean>> {
  const people = new Map<string, boolean>()
  for (let last = '00000000-0000-0000-0000-000000000000'; ;) {
    const { rows } = await sql<{ id: string; stays: boolean }>`
      select id, stays from gyeote.list_people_after(${last}, ${pageSize})`.execute(parts.db.root)
    for (const { id, stays } of rows) people.set(id, stays)
    const next = rows.at(-1)
    if (!next || rows.length < pageSize) return people
    last = next.id
  }
}

/** Every auth user, and when it last signed in (epoch ms). */
async function listAuthUsers(admin: GoTrueAdminApi) {
  const users = new Map<string, { seenAt: number; hasPhone: boolean }>()
  for (let page = 1; ; page++) {
    const { data, error } = await admin.listUsers({ page, perPage: pageSize })
    if (error) throw error
    for (const { id, phone, last_sign_in_at, created_at } of data.users)
      users.set(id, { seenAt: Date.parse(last_sign_in_at ?? created_at), hasPhone: Boolean(phone) })
    if (data.users.length < pageSize) return users
  }
}

async function isMissing(admin: GoTrueAdminApi, id: string): Promise<boolean> {
  const { error } = await admin.getUserById(id)
  if (error && error.status !== 404) throw error
  return error !== null
}
