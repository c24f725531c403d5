import * as z from 'zod'
import type { Env } from '~/platform/env.server'
import { address } from './check-data-api'
import { Wrong, type Report } from './report'

/** `GET /settings` of Supabase Auth, as far as it matters here. */
const settingsShape = z.object({
  external: z.object({ anonymous_users: z.boolean(), phone: z.boolean() }),
  disable_signup: z.boolean(),
  phone_autoconfirm: z.boolean(),
})
const keysShape = z.object({ keys: z.array(z.object({ alg: z.string().optional() })) })
const usable = ['ES256', 'RS256', 'EdDSA']

/** How the project lets people in. @returns false when no session of it could be verified. */
export async function checkSignIn(report: Report, env: Env): Promise<boolean> {
  const ask = async (path: string): Promise<unknown> => {
    const answer = await fetch(`${address(env)}/auth/v1${path}`, {
      headers: { apikey: env.SUPABASE_ANON_KEY ?? '' },
      signal: AbortSignal.timeout(10_000),
    })
    if (!answer.ok) throw new Wrong(`it answered ${answer.status} to ${path}`)
    return answer.json()
  }
  await report.check(
    'People may begin without a number, and sign in with a code by text message',
    'in Authentication → Sign In / Providers allow new users, anonymous sign-ins and Phone, with confirmation on and an SMS provider',
    async () => {
      const settings = settingsShape.parse(await ask('/settings'))
      if (settings.disable_signup) throw new Wrong('new users are not allowed')
      if (!settings.external.anonymous_users) throw new Wrong('anonymous sign-ins are off')
      if (!settings.external.phone) throw new Wrong('the phone provider is off')
      if (settings.phone_autoconfirm) throw new Wrong('numbers count as confirmed without a code')
    },
  )
  const verifiable = await report.check(
    'Access tokens are signed with a key whose public half is published',
    'in Settings → JWT Keys migrate to signing keys and rotate to ECC (P-256); a shared HS256 secret will not do',
    async () => {
      const { keys } = keysShape.parse(await ask('/.well-known/jwks.json'))
      if (!keys.some(({ alg }) => alg && usable.includes(alg)))
        throw new Wrong(`none of ${usable.join(', ')} is among its ${keys.length} keys`)
    },
  )
  await report.check(
    'Auth may count by the address of each person instead of this server’s',
    'use a secret key (sb_secret_…) as SUPABASE_SERVICE_ROLE_KEY and switch on IP Address Forwarding under Authentication → Rate Limits, which cannot be seen from here',
    async () => {
      if (!env.SUPABASE_SERVICE_ROLE_KEY?.startsWith('sb_secret_'))
        throw new Wrong(
          'it believes a forwarded address beside a secret key only, and this is a legacy key',
        )
    },
  )
  return verifiable
}
