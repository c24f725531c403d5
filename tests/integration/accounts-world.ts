import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { exportJWK, generateKeyPair } from 'jose'
import { sql } from 'kysely'
import { createLocalAccounts } from '~/platform/accounts/create-local-accounts.server'
import { signingKeyFrom } from '~/platform/accounts/signing-key.server'
import type { Parts, RequestContext } from '~/platform/context.server'
import { claimsOf } from '~/platform/session/access-token.server'
import { createSession } from '~/platform/session/create-session.server'
import type { Session } from '~/platform/session/session.server'
import type { TestDatabase } from '../support/databases'
import { partsAround } from '../support/parts'

export type Transport = 'in this process' | 'over HTTP'
/**
 * How the auth server behaves: `deaf` never answers, `forgetful` works but loses its answer, and `careless`
 * does not look at who brings a code, as Supabase does not.
 */
type Mood = 'well' | 'dead' | 'deaf' | 'busy' | 'broken' | 'forgetful' | 'careless'

const minute = 60_000

/** The accounts over one database, a clock that can be moved, and as many browsers as a test wants. */
export async function openWorld(
  opened: TestDatabase,
  transport: Transport,
  start = new Date(),
  settings: Record<string, string> = {},
) {
  let now = start.getTime()
  let mood: Mood = 'well'
  const calls: string[] = []
  const clock = { now: () => new Date(now) }
  const base = partsAround(opened.db, { clock, env: { GYEOTE_MODE: 'trial', ...settings } })
  const keys = { SUPABASE_ANON_KEY: 'anon', SUPABASE_SERVICE_ROLE_KEY: 'sb_secret_test' }
  const { privateKey } = await generateKeyPair('ES256', { extractable: true })
  const signingKey = await signingKeyFrom(JSON.stringify(await exportJWK(privateKey)))
  const headersSeen: Headers[] = []
  const local: { accounts?: typeof fetch } = {}

  const auth = async (request: Request): Promise<Response> => {
    calls.push(`${request.method} ${new URL(request.url).pathname.replace('/auth/v1', '')}`)
    headersSeen.push(request.headers)
    if (mood === 'dead') throw new TypeError('fetch failed')
    if (mood === 'deaf') return new Promise(() => undefined)
    if (mood === 'busy') return Response.json({ code: 'over_request_rate_limit' }, { status: 429 })
    if (mood === 'broken') return new Response('bad gateway', { status: 502 })
    if (mood === 'careless' && request.url.endsWith('/verify'))
      request.headers.delete('authorization')
    if (!local.accounts) throw new Error('the accounts are not open yet')
    const answer = await local.accounts(request)
    if (mood === 'forgetful') throw new TypeError('the answer was lost')
    return answer
  }

  const server = transport === 'over HTTP' ? await serve(auth) : null
  const env = server ? { ...base.env, ...keys, SUPABASE_URL: server.url } : base.env
  local.accounts = await createLocalAccounts({ ...base, env, signingKey })
  const authFetch: typeof fetch = server ? fetch : (input, init) => auth(new Request(input, init))
  const parts: Parts & Pick<typeof base, 'lines' | 'messages'> = { ...base, env, authFetch }

  return {
    parts,
    calls,
    headersSeen,
    owner: opened.owner,
    feel: (next: Mood) => void (mood = next),
    passMinutes: (minutes: number) => void (now += minutes * minute),
    standAt: (at: Date) => void (now = at.getTime()),
    lastCode: () => /\d{6}/.exec(parts.messages[0]?.body ?? '')?.[0] ?? 'none',
    browser: (options?: { userAgent?: string }) => openBrowser(parts, options?.userAgent),
    close: async () => {
      await server?.close()
    },
  }
}

export type World = Awaited<ReturnType<typeof openWorld>>
export type Browser = ReturnType<typeof openBrowser>

let numbersUsed = 0
/** A Korean mobile number no other test of this file has. */
export const newPhone = () => `+82105${String(1_000_000 + ++numbersUsed)}`

function openBrowser(parts: Parts, userAgent = '') {
  const jar = new Map<string, string>()
  const setCookies: string[] = []
  const headers = new Map<string, string>()
  const cookieHeader = () => [...jar].map(([name, value]) => `${name}=${value}`).join('; ')

  /** The session of a request that began with these cookies; what it sets reaches the browser when kept. */
  const ask = (cookies = cookieHeader(), keep = true): Promise<Session> =>
    createSession({
      parts,
      cookieHeader: cookies,
      userAgent,
      clientAddress: '203.0.113.7',
      appendCookie: (cookie) => {
        setCookies.push(cookie)
        if (!keep) return
        const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? []
        if (value) jar.set(name, value)
        else jar.delete(name)
      },
      setHeader: (name, value) => headers.set(name, value),
    })
  return {
    jar,
    setCookies,
    headers,
    cookieHeader,
    ask,
    /** As a loader or action has it. */
    async context(): Promise<RequestContext> {
      const session = await ask()
      const claims = () => session.viewer && claimsOf(session.viewer)
      return {
        ...parts,
        session,
        claims,
        asViewer: (work) => parts.db.asViewer(claims(), work),
        clientAddress: '203.0.113.7',
        cspNonce: '',
      }
    },
  }
}

/** Signs the browser in with a number, by way of a text message. */
export async function signIn(world: World, browser: Browser, phone: string) {
  const sent = await (await browser.ask()).sendCode(phone)
  if (!sent.sent) throw new Error(`no code was sent: ${sent.reason}`)
  const result = await (await browser.ask()).verifyCode(phone, world.lastCode())
  if (!result.verified) throw new Error(`the code was refused: ${result.reason}`)
  return result
}

/** Two cards that a test may complete. */
export async function loadTestCards(world: World): Promise<void> {
  const cards = ['card-a', 'card-b', 'card-c'].map((id, index) => ({
    id,
    track: 'smartphone-basics',
    order: index + 1,
    points: 10,
  }))
  await sql`select gyeote.load_cards(${JSON.stringify(cards)}::jsonb)`.execute(world.parts.db.root)
}

/** Finishes a card as the database sees it: completion, answer, points, day, command, trail. */
export async function finishCard(context: RequestContext, cardId: string, day: string) {
  const personId = String(context.session.viewer?.personId)
  const commandId = crypto.randomUUID()
  await context.asViewer(async (tx) => {
    await sql`select gyeote.claim_command(${commandId}, 'card_complete')`.execute(tx)
    const fact = { person_id: personId, card_id: cardId, occurred_at: `${day}T08:00:00+09:00` }
    await tx
      .insertInto('gyeote.card_completions')
      .values({ ...fact, completed_on: day })
      .execute()
    await tx
      .insertInto('gyeote.quiz_answers')
      .values({ ...fact, id: commandId, answer: 1, correct: true, answered_on: day })
      .execute()
    await sql`select gyeote.award_card_points(${cardId})`.execute(tx)
    await sql`insert into gyeote.days_together values (${personId}, ${day}) on conflict do nothing`.execute(
      tx,
    )
    await sql`select gyeote.record_card_view(${cardId}, ${day}::date)`.execute(tx)
    await sql`select gyeote.record_event('card_complete', ${JSON.stringify({ card_id: cardId })}::jsonb)`.execute(
      tx,
    )
  })
  return commandId
}

/** A server that answers over a real wire. */
export async function serve(answer: (request: Request) => Promise<Response>) {
  const server: Server = createServer((incoming, outgoing) => {
    const reply = async () => {
      const response = await answer(await requestFrom(incoming))
      outgoing.writeHead(response.status, Object.fromEntries(response.headers))
      outgoing.end(Buffer.from(await response.arrayBuffer()))
    }
    reply().catch(() => outgoing.destroy())
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise<void>((done) => {
        server.close(() => done())
        server.closeAllConnections()
      }),
  }
}

async function requestFrom(incoming: IncomingMessage): Promise<Request> {
  const chunks: Buffer[] = []
  for await (const chunk of incoming) chunks.push(chunk as Buffer)
  const headers = new Headers(incoming.headers as Record<string, string>)
  const body = chunks.length > 0 ? Buffer.concat(chunks) : null
  return new Request(`http://wire${incoming.url}`, { method: incoming.method, headers, body })
}
