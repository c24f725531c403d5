import type pg from 'pg'
import { createAuthAdmin } from '~/platform/accounts/auth-admin.server'
import type { Parts } from '~/platform/context.server'
import { createSession } from '~/platform/session/create-session.server'
import { Wrong, type Report } from './report'

/** An address that belongs to nobody (RFC 5737), to be counted against. */
const clientAddress = '192.0.2.1'
const hourMs = 60 * 60_000

/** Begins a session as a first tap does, lets its hour pass, and removes the person again. */
export async function checkSession(report: Report, parts: Parts, owner: pg.Client): Promise<void> {
  const browser = openBrowser(parts)
  let personId = ''
  const begun = await report.check(
    'A first tap begins an anonymous account, with its rows in the database',
    'SUPABASE_URL, its keys and both database addresses must be of one and the same project',
    async () => {
      personId = (await (await browser.ask()).begin()).personId
      if ((await browser.ask()).viewer?.personId !== personId)
        throw new Wrong('the next request did not know the person any more')
    },
  )
  const refresh = 'A session whose hour is over is refreshed'
  const removal = 'The secret key deletes the account'
  if (!begun) {
    report.leaveOut(refresh, 'no session could be begun')
    report.leaveOut(removal, 'no session could be begun')
    return
  }
  await report.check(
    refresh,
    'look for /token in the logs of Auth; the limit of token refreshes must fit everyone who comes in an hour',
    async () => {
      const before = browser.cookies()
      const later = await browser.ask(hourMs)
      if (later.viewer?.personId !== personId) throw new Wrong('the person was signed out by it')
      if (browser.cookies() === before) throw new Wrong('Auth gave no new tokens')
    },
  )
  await report.check(
    removal,
    `take SUPABASE_SERVICE_ROLE_KEY from the same project; delete user ${personId} by hand`,
    async () => {
      await owner.query('delete from gyeote.people where id = $1', [personId])
      const admin = createAuthAdmin(parts)
      const { error } = await admin.deleteUser(personId)
      if (error) throw new Wrong(`${error.status ?? ''} ${error.code ?? error.message}`.trim())
      const { data } = await admin.getUserById(personId)
      if (data.user) throw new Wrong('it was still there afterwards')
    },
  )
}

/** As much of a browser as a session needs. */
function openBrowser(parts: Parts) {
  const jar = new Map<string, string>()
  const cookies = () => [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
  return {
    cookies,
    ask: (laterMs = 0) =>
      createSession({
        parts: { ...parts, clock: { now: () => new Date(Date.now() + laterMs) } },
        cookieHeader: cookies(),
        userAgent: 'gyeote smoke check',
        clientAddress,
        appendCookie: (cookie) => {
          const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? []
          if (value) jar.set(name, value)
          else jar.delete(name)
        },
      }),
  }
}
