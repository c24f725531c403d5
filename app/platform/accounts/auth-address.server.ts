import { randomBytes } from 'node:crypto'
import type { Env } from '../env.server'

// The local endpoint is only ever called inside this process, so its keys need not outlive it.
const ownServiceKey = `local-${randomBytes(24).toString('base64url')}`

/** Where the auth server is and with which keys it is spoken to; the local one has a name, no address. */
export function authAddress(
  env: Pick<Env, 'SUPABASE_URL' | 'SUPABASE_ANON_KEY' | 'SUPABASE_SERVICE_ROLE_KEY'>,
) {
  return {
    url: env.SUPABASE_URL?.replace(/\/+$/, '') ?? 'http://accounts.invalid',
    anonKey: env.SUPABASE_ANON_KEY ?? 'local',
    serviceKey: env.SUPABASE_SERVICE_ROLE_KEY ?? ownServiceKey,
  }
}
