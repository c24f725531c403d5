import { maxBytes, type Ended, type OutboxAnswer } from '~/offline/outbox/wire'
import { outboxRequestSchema, sentCommandSchema } from '~/offline/outbox/wire-schemas'
import { noteReach } from '~/features/family/note-reach.server'
import type { RequestContext } from '~/platform/context.server'
import { applyCommands } from './apply-commands.server'
import type { CommandHandlers } from './apply-command.server'

/**
 * `POST /outbox`: what a phone did, with or without a network, in one batch. Always answers JSON with `v`,
 * so that a phone can tell it from whoever else answers in a network that is not quite there.
 */
export async function receiveOutbox(
  context: RequestContext,
  handlers: CommandHandlers,
  body: string,
): Promise<Response> {
  if (new TextEncoder().encode(body).length > maxBytes) return failure(413, 'too_large')
  const request = outboxRequestSchema.safeParse(parseJson(body))
  if (!request.success) return failure(400, 'bad_request')
  const { leave, commands, sentAt, unsent, deviceId } = request.data

  if (leave !== undefined && leave === personOf(context)) await context.session.signOut()
  const ended = endedFor(context, deviceId)
  if (commands.length === 0) {
    const person = context.session.viewer?.personId ?? null
    if (person !== null && unsent !== undefined && (await mayWrite(context, person)))
      await noteReach(context, unsent === 0)
    const adopted = person === null ? [] : await listAdopted(context, person)
    return answer(context, person, adopted, [], ended)
  }

  if (!context.session.viewer && commands.some(hasPerson))
    return json({ v: 1, error: 'no_session', ...ended }, { status: 401 })
  const { personId } = await context.session.begin()
  if (!(await mayWrite(context, personId))) {
    const seconds = await context.limits.secondsLeft('writePerPerson', personId)
    return failure(429, 'too_many', { 'Retry-After': String(seconds) })
  }
  const adopted = await listAdopted(context, personId)
  const skewMs = sentAt === undefined ? 0 : context.clock.now().getTime() - Date.parse(sentAt)
  const results = await applyCommands(context, handlers, commands, {
    personId,
    adopted: new Set(adopted),
    skewMs,
  })
  const allTaken = results.every(({ status }) => status === 'accepted' || status === 'duplicate')
  if (unsent !== undefined) await noteReach(context, unsent === 0 && allTaken)
  return answer(context, personId, adopted, results)
}

const personOf = ({ session }: RequestContext) =>
  session.viewer?.personId ?? session.ended?.personId

/** What a phone believes that was ended from another one: it names the account, and the phone as it calls itself. */
function endedFor({ session }: RequestContext, device: string): { ended?: Ended } {
  const { ended } = session
  return ended ? { ended: { person: ended.personId, device, as: ended.as } } : {}
}

const mayWrite = (context: RequestContext, personId: string) =>
  context.limits.take('writePerPerson', personId)

async function listAdopted(context: RequestContext, personId: string): Promise<string[]> {
  const rows = await context.asViewer((tx) =>
    tx
      .selectFrom('gyeote.adoptions')
      .select('adopted_id')
      .where('person_id', '=', personId)
      .execute(),
  )
  return rows.map((row) => row.adopted_id)
}

function hasPerson(command: unknown): boolean {
  const parsed = sentCommandSchema.safeParse(command)
  return parsed.success && parsed.data.person !== null
}

function answer(
  context: RequestContext,
  person: string | null,
  adopted: string[],
  results: OutboxAnswer['results'],
  ended: { ended?: Ended } = {},
): Response {
  const serverTime = context.clock.now().toISOString()
  const body = { v: 1, person, adopted, results, serverTime } satisfies OutboxAnswer
  return json({ ...body, ...ended }, { status: 200 })
}

const failure = (status: number, error: string, headers: Record<string, string> = {}) =>
  json({ v: 1, error }, { status, headers })

function json(body: object, { status, headers }: { status: number; headers?: HeadersInit }) {
  const response = Response.json(body, { status, ...(headers ? { headers } : {}) })
  response.headers.set('Cache-Control', 'no-store')
  return response
}

function parseJson(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    return undefined
  }
}
