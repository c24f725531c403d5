import { randomBytes } from 'node:crypto'
import { createAuthAdmin } from '../accounts/auth-admin.server'
import { createAuthClient } from './auth-client.server'
import { become } from './become.server'
import { codeTimeoutMs, type RequestSession } from './request-session.server'
import { isDemo } from './session-rows.server'
import type { Viewer } from './viewer'

/** `Session.enterAsDemo`: with a password that is made for this one time and known to nobody. */
export async function enterAsDemo(
  session: RequestSession,
  person: { id: string; phone: string },
): Promise<Viewer> {
  const { parts } = session
  if (parts.env.GYEOTE_MODE !== 'trial') throw new Error('demo people exist in a trial only')
  if (!(await isDemo(parts, person.id))) throw new Error('this person is not of a demo family')
  const admin = createAuthAdmin(parts)
  const password = randomBytes(24).toString('base64url')
  const known = await admin.updateUserById(person.id, { password })
  if (known.error)
    await admin.createUser({ id: person.id, phone: person.phone, phone_confirm: true, password })
  const client = createAuthClient({ ...session, timeoutMs: codeTimeoutMs })
  const { data, error } = await client.auth.signInWithPassword({ phone: person.phone, password })
  if (error) throw error
  return (await become(session, client, data.session.access_token)).viewer
}
