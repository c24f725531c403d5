import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { EnvError, readEnv } from './env.server'

const live = {
  GYEOTE_MODE: 'live',
  PUBLIC_URL: 'https://gyeote.example',
  HELP_PHONE: '02-000-0000',
  SMS_GATEWAY_URL: 'https://sms.example',
  TRUST_PROXY: '1',
}
const supabase = {
  DATABASE_URL: 'postgres://app@db.example/postgres',
  SUPABASE_URL: 'https://project.supabase.example',
  SUPABASE_ANON_KEY: 'anon',
  SUPABASE_SERVICE_ROLE_KEY: 'secret',
}

/** The names of the variables that are complained about. */
function complaints(source: Record<string, string>): string[] {
  try {
    readEnv(source)
    return []
  } catch (error) {
    expect(error).toBeInstanceOf(EnvError)
    return [...String(error).matchAll(/^ {2}([A-Z_]+): /gm)].map((found) => found[1] ?? '')
  }
}

test('nothing set is a trial on loopback', () => {
  expect(readEnv({})).toMatchObject({ GYEOTE_MODE: 'trial', HOST: '127.0.0.1', TRUST_PROXY: 0 })
  expect(readEnv({ HOST: '0.0.0.0' })).toMatchObject({ HOST: '0.0.0.0', hostWasChosen: true })
})

test('live mode starts with a way to send codes, an address and a telephone number', () => {
  expect(complaints(live)).toEqual([])
  expect(complaints({ ...live, SMS_GATEWAY_URL: '', ...supabase })).toEqual([])
  expect(complaints({ GYEOTE_MODE: 'live' })).toEqual([
    'SMS_GATEWAY_URL',
    'PUBLIC_URL',
    'HELP_PHONE',
    'TRUST_PROXY',
  ])
  expect(complaints({ ...live, TRUST_PROXY: '0' })).toEqual(['TRUST_PROXY'])
  expect(complaints({ ...live, PUBLIC_URL: 'http://gyeote.example' })).toEqual(['PUBLIC_URL'])
})

test('only whole combinations of services are taken', () => {
  expect(complaints(supabase)).toEqual([])
  expect(complaints({ DATABASE_URL: supabase.DATABASE_URL })).toEqual([])
  for (const missing of ['SUPABASE_ANON_KEY', 'SUPABASE_SERVICE_ROLE_KEY'])
    expect(complaints({ ...supabase, [missing]: '' })).toEqual([missing])
  expect(complaints({ ...supabase, DATABASE_URL: '' })).toEqual(['SUPABASE_URL'])
  expect(complaints({ MIGRATION_DATABASE_URL: supabase.DATABASE_URL })).toEqual([
    'MIGRATION_DATABASE_URL',
  ])
})

test('push services are reached by a mailto: or https: address, and in live mode nothing else is pushed to', () => {
  expect(complaints({ VAPID_SUBJECT: 'help@gyeote.example' })).toEqual(['VAPID_SUBJECT'])
  expect(complaints({ VAPID_SUBJECT: 'mailto:help@gyeote.example' })).toEqual([])
  expect(readEnv(live)).toMatchObject({ VAPID_SUBJECT: live.PUBLIC_URL })
  expect(complaints({ PUSH_TEST_HOSTS: 'localhost:9000,127.0.0.1:9001' })).toEqual([])
  expect(complaints({ PUSH_TEST_HOSTS: '10.0.0.1:80' })).toEqual(['PUSH_TEST_HOSTS'])
  expect(complaints({ ...live, PUSH_TEST_HOSTS: 'localhost:9000' })).toEqual(['PUSH_TEST_HOSTS'])
})

test('mails need a server and who they are from', () => {
  const SMTP_URL = 'smtps://user:secret@mail.example:465'
  expect(complaints({ SMTP_URL })).toEqual(['MAIL_FROM'])
  expect(complaints({ SMTP_URL: 'https://mail.example', MAIL_FROM: 'a@b.example' })).toEqual([
    'SMTP_URL',
  ])
  for (const MAIL_FROM of ['news@gyeote.example', '곁에 <news@gyeote.example>'])
    expect(complaints({ SMTP_URL, MAIL_FROM })).toEqual([])
  for (const MAIL_FROM of ['곁에', 'news@', '곁에 <news>', 'a b@c.example'])
    expect(complaints({ SMTP_URL, MAIL_FROM })).toEqual(['MAIL_FROM'])
})

test('everything that is wrong is said at once', () => {
  expect(complaints({ PORT: 'seven', REDIS_URL: 'not an address', LOG_LEVEL: 'loud' })).toEqual([
    'PORT',
    'REDIS_URL',
    'LOG_LEVEL',
  ])
})

test('.env.example names every variable, and none that is not read', () => {
  const named = [...readFileSync('.env.example', 'utf8').matchAll(/^([A-Z_]+)=/gm)].map(
    (found) => found[1],
  )
  const { hostWasChosen: _, ...read } = readEnv({ ...live, ...supabase })
  const optional = [
    'HOST',
    'MIGRATION_DATABASE_URL',
    'REDIS_URL',
    'AUTH_SIGNING_KEY',
    'SMS_GATEWAY_TOKEN',
    'SMTP_URL',
    'MAIL_FROM',
    'VAPID_PRIVATE_KEY',
  ]
  expect(new Set(named)).toEqual(new Set([...Object.keys(read), ...optional]))
})
