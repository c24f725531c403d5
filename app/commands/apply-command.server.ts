import { sql } from 'kysely'
import type { RequestContext } from '~/platform/context.server'
import type { Tx } from '~/platform/database/database.server'
import type { Command, CommandType, PayloadOf } from './catalog'
import type { CommandMeta, Outcome } from './outcome'
import type { RefusalReason } from './refusals'

export type Handler<Payload> = (
  tx: Tx,
  personId: string,
  input: Payload,
  meta: CommandMeta,
) => Promise<Outcome>

/** A use case for each type, and what to do once its transaction is committed (what was cached is old). */
export interface CommandHandlers {
  handlers: { [Type in CommandType]: Handler<PayloadOf<Type>> }
  afterwards(context: RequestContext, personId: string): Promise<void>
}

/** A deed in today's shape with its id and time, as claimed by whoever sends it. */
export type Claimed = Command & { id: string; occurredAt: Date; skewMs?: number }

export type Applied =
  | { status: 'accepted' | 'duplicate'; result?: unknown }
  | { status: 'refused'; reason: RefusalReason }

/** A phone clock may be this far ahead: 5 minutes. */
const aheadMs = 5 * 60_000

/**
 * One command in one transaction: claimed, done, and its outcome stored. The second time the same outcome
 * comes back as `duplicate` and nothing is done. A refused one leaves nothing, so it may be tried again
 * under the same id.
 * @throws what the database threw; then nothing was done.
 */
export async function applyCommand(
  context: RequestContext,
  { handlers }: CommandHandlers,
  personId: string,
  command: Claimed,
): Promise<Applied> {
  const receivedAt = context.clock.now()
  const isAhead = command.occurredAt.getTime() > receivedAt.getTime() + aheadMs
  const meta: CommandMeta = {
    commandId: command.id,
    occurredAt: isAhead ? receivedAt : command.occurredAt,
    shownAt: command.occurredAt,
    receivedAt,
    skewMs: command.skewMs ?? 0,
  }
  try {
    return await context.asViewer(async (tx) => {
      const earlier = await claim(tx, command)
      if (earlier) return { ...earlier, status: 'duplicate' }
      const handle = handlers[command.type] as Handler<unknown>
      const outcome = await handle(tx, personId, command.payload, meta)
      if (outcome.status === 'refused') throw new Refused(outcome.reason)
      const claimed = isAhead ? { claimedAt: command.occurredAt.toISOString() } : {}
      await storeOutcome(tx, command.id, { ...outcome, ...claimed })
      return { status: 'accepted', ...('result' in outcome ? { result: outcome.result } : {}) }
    })
  } catch (error) {
    if (error instanceof Refused) return { status: 'refused', reason: error.reason }
    throw error
  }
}

/** Thrown only to roll the transaction back. */
class Refused extends Error {
  constructor(readonly reason: RefusalReason) {
    super(reason)
  }
}

async function claim(tx: Tx, command: Claimed): Promise<{ result?: unknown } | null> {
  const { rows } = await sql<{ earlier: { result?: unknown } | null }>`
    select gyeote.claim_command(${command.id}::uuid, ${command.type}) as earlier`.execute(tx)
  const earlier = rows[0]?.earlier
  if (!earlier) return null
  return 'result' in earlier ? { result: earlier.result } : {}
}

async function storeOutcome(tx: Tx, id: string, outcome: object) {
  await sql`select gyeote.store_outcome(${id}::uuid, ${JSON.stringify(outcome)}::jsonb)`.execute(tx)
}
