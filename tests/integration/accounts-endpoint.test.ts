import { createClient } from '@supabase/supabase-js'
import { afterAll, beforeAll, expect, test } from 'vitest'
import WebSocket from 'ws'
import { authAddress } from '~/platform/accounts/auth-address.server'
import { createAuthAdmin } from '~/platform/accounts/auth-admin.server'
import { openTestPglite, type TestDatabase } from '../support/databases'
import { newPhone, openWorld, type World } from './accounts-world'

let opened: TestDatabase
let world: World

beforeAll(async () => {
  opened = await openTestPglite()
  world = await openWorld(opened, 'over HTTP')
})
afterAll(async () => {
  await world.close()
  await opened.close()
})

/** The client as its makers ship it, over a real connection. */
function client() {
  const { url, anonKey } = authAddress(world.parts.env)
  return createClient(url, anonKey, {
    auth: { persistSession: false, autoRefreshToken: false },
    realtime: { transport: WebSocket as never },
  }).auth
}
const call = (path: string, init?: RequestInit) =>
  fetch(`${authAddress(world.parts.env).url}/auth/v1${path}`, init)

test('the client signs in anonymously, reads itself, checks its claims and signs out', async () => {
  const auth = client()
  const { data } = await auth.signInAnonymously()
  expect(data.user?.is_anonymous).toBe(true)
  expect((await auth.getUser()).data.user?.id).toBe(data.user?.id)
  expect((await auth.getClaims()).data?.claims.session_id).toMatch(/^[0-9a-f-]{36}$/)
  const token = data.session?.access_token ?? ''
  expect((await auth.signOut({ scope: 'local' })).error).toBeNull()
  const { error } = await auth.getUser(token)
  expect(error?.name).toBe('AuthSessionMissingError')
})

test('sign-out scopes end this, the other, or all sessions', async () => {
  const phone = newPhone()
  const enter = async () => {
    const auth = client()
    await auth.signInWithOtp({ phone })
    await auth.verifyOtp({ phone, token: world.lastCode(), type: 'sms' })
    const token = (await auth.getSession()).data.session?.access_token
    return { auth, lives: async () => (await client().getUser(token)).error === null }
  }
  const [one, two, three] = [await enter(), await enter(), await enter()]
  await one.auth.signOut({ scope: 'others' })
  expect([await one.lives(), await two.lives(), await three.lives()]).toEqual([true, false, false])
  const four = await enter()
  await four.auth.signOut({ scope: 'global' })
  expect([await one.lives(), await four.lives()]).toEqual([false, false])
})

test('resend replaces the code, and only where one was asked for', async () => {
  const auth = client()
  const phone = newPhone()
  await auth.signInWithOtp({ phone })
  const sent = world.parts.messages.length
  expect((await auth.resend({ type: 'sms', phone })).error).toBeNull()
  expect((await auth.resend({ type: 'sms', phone: newPhone() })).error).toBeNull()
  expect(world.parts.messages.length).toBe(sent + 1)
  const { data } = await auth.verifyOtp({ phone, token: world.lastCode(), type: 'sms' })
  expect(data.user?.phone).toBe(phone.slice(1))
})

test('a number that somebody has is phone_exists, and a missing account is otp_disabled', async () => {
  const phone = newPhone()
  const first = client()
  await first.signInWithOtp({ phone })
  await first.verifyOtp({ phone, token: world.lastCode(), type: 'sms' })
  const second = client()
  await second.signInAnonymously()
  expect((await second.updateUser({ phone })).error?.code).toBe('phone_exists')
  const missing = { phone: newPhone(), options: { shouldCreateUser: false } }
  expect((await second.signInWithOtp(missing)).error?.code).toBe('otp_disabled')
})

test('refusals carry Supabase’s codes and its version header', async () => {
  const json = { method: 'POST', headers: { 'Content-Type': 'application/json' } }
  const cases: [string, RequestInit | undefined, number, string][] = [
    ['/user', undefined, 401, 'no_authorization'],
    ['/user', { headers: { Authorization: 'Bearer x.y.z' } }, 403, 'bad_jwt'],
    ['/otp', { ...json, body: '{"phone":"12"}' }, 400, 'validation_failed'],
    ['/otp', { ...json, body: 'nonsense' }, 400, 'bad_json'],
    ['/signup', { ...json, body: '{"email":"a@b.kr","password":"x"}' }, 422, 'signup_disabled'],
    ['/token?grant_type=refresh_token', { ...json, body: '{}' }, 400, 'refresh_token_not_found'],
    ['/token?grant_type=magic', { ...json, body: '{}' }, 400, 'validation_failed'],
    ['/admin/users', undefined, 403, 'not_admin'],
    ['/authorize', undefined, 404, 'not_found'],
  ]
  for (const [path, init, status, code] of cases) {
    const response = await call(path, init)
    expect([path, response.status, ((await response.json()) as { code: string }).code]).toEqual([
      path,
      status,
      code,
    ])
    expect(response.headers.get('x-supabase-api-version')).toBe('2024-01-01')
  }
})

test('an operator makes, finds, changes, lists and removes users; nobody else does', async () => {
  const admin = createAuthAdmin(world.parts)
  const phone = newPhone()
  const { data: made } = await admin.createUser({ phone, phone_confirm: true, password: 'one two' })
  const id = String(made.user?.id)
  expect((await admin.createUser({ phone })).error?.code).toBe('phone_exists')
  expect((await admin.getUserById(id)).data.user?.phone).toBe(phone.slice(1))
  expect((await client().signInWithPassword({ phone, password: 'one two' })).error).toBeNull()
  expect((await client().signInWithPassword({ phone, password: 'one' })).error?.code).toBe(
    'invalid_credentials',
  )
  const unknown = { phone: newPhone(), password: '' }
  expect((await client().signInWithPassword(unknown)).error?.code).toBe('invalid_credentials')
  const changed = newPhone()
  expect((await admin.updateUserById(id, { phone: changed })).data.user?.phone).toBe(
    changed.slice(1),
  )
  const { data: listed } = await admin.listUsers({ page: 1, perPage: 1_000 })
  expect(listed.users.map((user) => user.id)).toContain(id)
  expect((await admin.deleteUser(id)).error).toBeNull()
  expect((await admin.deleteUser(id)).error?.status).toBe(404)
  expect((await admin.getUserById(id)).error?.code).toBe('user_not_found')
  const stranger = {
    env: { ...world.parts.env, SUPABASE_SERVICE_ROLE_KEY: 'anon' },
    authFetch: fetch,
  }
  expect((await createAuthAdmin(stranger).listUsers()).error?.code).toBe('not_admin')
})
