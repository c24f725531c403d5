import { GoTrueAdminApi } from '@supabase/supabase-js'
import type { Parts } from '../context.server'
import { authAddress } from './auth-address.server'

/** The auth server's own users, past every person's rights: for jobs, and for the demo of a trial. */
export function createAuthAdmin(parts: Pick<Parts, 'env' | 'authFetch'>): GoTrueAdminApi {
  const { url, serviceKey } = authAddress(parts.env)
  return new GoTrueAdminApi({
    url: `${url}/auth/v1`,
    headers: { apikey: serviceKey, Authorization: `Bearer ${serviceKey}` },
    fetch: parts.authFetch,
  })
}
