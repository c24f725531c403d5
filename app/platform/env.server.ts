import * as z from 'zod'

const flagless = (schema: z.ZodType<string>) =>
  z.preprocess((value) => (value === '' ? undefined : value), schema.optional())

const text = flagless(z.string())
const address = flagless(z.url())

const schema = z
  .object({
    GYEOTE_MODE: z.enum(['trial', 'live']).default('trial'),
    NODE_ENV: z.enum(['development', 'test', 'production']).default('production'),
    PORT: z.coerce.number().int().min(0).max(65535).default(3000),
    HOST: text,
    PUBLIC_URL: address,
    DATA_DIR: z.string().min(1).default('.data'),
    DATABASE_URL: address,
    MIGRATION_DATABASE_URL: address,
    REDIS_URL: address,
    SUPABASE_URL: address,
    SUPABASE_ANON_KEY: text,
    SUPABASE_SERVICE_ROLE_KEY: text,
    AUTH_SIGNING_KEY: text,
    SMS_GATEWAY_URL: address,
    SMS_GATEWAY_TOKEN: text,
    SMS_DAILY_CAP: z.coerce.number().int().min(1).default(500),
    PHONE_PREFIXES: z
      .string()
      .default('+8210')
      .transform((list) => list.split(',').map((prefix) => prefix.trim())),
    SMTP_URL: address,
    MAIL_FROM: text,
    VAPID_PRIVATE_KEY: text,
    VAPID_SUBJECT: text,
    PUSH_TEST_HOSTS: z
      .string()
      .default('')
      .transform((list) => list.split(',').filter(Boolean)),
    REMINDERS: z.enum(['on', 'off']).default('on'),
    TRUST_PROXY: z.coerce.number().int().min(0).default(0),
    ALLOWED_ORIGINS: z
      .string()
      .default('')
      .transform((list) => list.split(',').filter(Boolean)),
    OPERATOR_NAME: z.string().min(1).default('곁에 체험판'),
    HELP_PHONE: text,
    LOG_LEVEL: z.enum(['silent', 'error', 'info', 'debug']).default('info'),
    SERVICE_WORKER: z.enum(['on', 'retired']).default('on'),
  })
  .superRefine((env, ctx) => {
    const wrong = (path: string, message: string) =>
      ctx.addIssue({ code: 'custom', path: [path], message })
    if (env.SUPABASE_URL && !env.DATABASE_URL)
      wrong('SUPABASE_URL', 'needs DATABASE_URL of the same Supabase project')
    if (env.SUPABASE_URL && !env.SUPABASE_ANON_KEY)
      wrong('SUPABASE_ANON_KEY', 'is needed beside SUPABASE_URL')
    if (env.SUPABASE_URL && !env.SUPABASE_SERVICE_ROLE_KEY)
      wrong('SUPABASE_SERVICE_ROLE_KEY', 'is needed for accounts and photos beside SUPABASE_URL')
    if (env.MIGRATION_DATABASE_URL && !env.DATABASE_URL)
      wrong('MIGRATION_DATABASE_URL', 'is of no use without DATABASE_URL')
    if (env.SMTP_URL && !/^smtps?:/.test(env.SMTP_URL))
      wrong('SMTP_URL', 'begins with smtp:// or smtps://')
    if (env.SMTP_URL && !env.MAIL_FROM)
      wrong('MAIL_FROM', 'is needed beside SMTP_URL: who the mails are from')
    if (env.MAIL_FROM && !/^[^<>@\s]+@[^<>@\s]+$|<[^<>@\s]+@[^<>@\s]+>$/.test(env.MAIL_FROM))
      wrong('MAIL_FROM', 'is an address, alone or as "Name <address>"')
    if (env.VAPID_SUBJECT && !/^(mailto:|https:\/\/)./.test(env.VAPID_SUBJECT))
      wrong('VAPID_SUBJECT', 'is where push services reach you: a mailto: or https: address')
    if (!env.PUSH_TEST_HOSTS.every((host) => /^(localhost|127\.0\.0\.1):\d+$/.test(host)))
      wrong('PUSH_TEST_HOSTS', 'is for tests on this machine: localhost or 127.0.0.1 with a port')
    if (env.GYEOTE_MODE === 'live') {
      if (env.PUSH_TEST_HOSTS.length > 0)
        wrong('PUSH_TEST_HOSTS', 'is for tests: in live mode only push services are pushed to')
      if (!env.SUPABASE_URL && !env.SMS_GATEWAY_URL)
        wrong('SMS_GATEWAY_URL', 'live mode needs a way to send codes: this, or SUPABASE_URL')
      if (!env.PUBLIC_URL?.startsWith('https://'))
        wrong('PUBLIC_URL', 'live mode needs the https:// address people open')
      if (!env.HELP_PHONE) wrong('HELP_PHONE', 'live mode needs a telephone number for help')
      // Without one every request looks like plain HTTP, and is sent to HTTPS for ever.
      if (env.TRUST_PROXY === 0)
        wrong(
          'TRUST_PROXY',
          'live mode needs the proxy that speaks HTTPS: 1, or how many there are',
        )
    }
  })
  .transform((env) => ({
    ...env,
    HOST: env.HOST ?? (env.GYEOTE_MODE === 'trial' ? '127.0.0.1' : '0.0.0.0'),
    hostWasChosen: env.HOST !== undefined,
    VAPID_SUBJECT: env.VAPID_SUBJECT ?? subjectFor(env.PUBLIC_URL),
  }))

/** Apple refuses a subject that is neither; who only tries it out needs no address. */
function subjectFor(publicUrl: string | undefined): string {
  return publicUrl?.startsWith('https://') ? publicUrl : 'mailto:trial@gyeote.example'
}

export type Env = z.output<typeof schema>

/** The environment does not fit; `message` lists every variable that is wrong, one a line. */
export class EnvError extends Error {
  override name = 'EnvError'
}

/**
 * Reads and checks all settings once, at start.
 * @throws {EnvError} naming each variable that is missing or wrong.
 */
export function readEnv(source: Record<string, string | undefined>): Env {
  const result = schema.safeParse(source)
  if (result.success) return result.data
  const lines = result.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`)
  throw new EnvError(`The environment is not complete (see .env.example):\n${lines.join('\n')}`)
}
