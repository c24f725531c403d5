import type { CommandResult, SentCommand } from '~/offline/outbox/wire'
import { sentCommandSchema } from '~/offline/outbox/wire-schemas'
import type { RequestContext } from '~/platform/context.server'
import { applyCommand, type CommandHandlers } from './apply-command.server'
import { readCommand } from './read-command'
import type { RefusalReason } from './refusals'

interface Sender {
  personId: string
  /** Ids of anonymous accounts whose commands are this person's now. */
  adopted: ReadonlySet<string>
  /** By how much the phone's clock was behind as it sent. */
  skewMs: number
}

/**
 * Applies a batch in its order for the person of the session, each command by itself. What cannot be done
 * just now is `retry`, and so is the rest of its aggregate; a refusal stops nothing.
 */
export async function applyCommands(
  context: RequestContext,
  handlers: CommandHandlers,
  sent: unknown[],
  { personId, adopted, skewMs }: Sender,
): Promise<CommandResult[]> {
  const waiting = new Set<string>()
  const results: CommandResult[] = []
  const isTheirs = ({ person }: SentCommand) =>
    person === null || person === personId || adopted.has(person)

  for (const one of sent) {
    const parsed = sentCommandSchema.safeParse(one)
    if (!parsed.success) {
      const id = idOf(one)
      if (id !== null) results.push(refused(id, 'bad_payload'))
      continue
    }
    const { id } = parsed.data
    if (!isTheirs(parsed.data)) {
      results.push(refused(id, 'other_person'))
      continue
    }
    const read = readCommand(parsed.data)
    if (read.read === 'bad_payload') {
      results.push(refused(id, 'bad_payload'))
      continue
    }
    if (read.read === 'unknown' || waiting.has(read.aggregate)) {
      waiting.add(read.aggregate)
      results.push({ id, status: 'retry' })
      continue
    }
    try {
      const occurredAt = new Date(parsed.data.occurredAt)
      const applied = await applyCommand(context, handlers, personId, {
        ...read.command,
        id,
        occurredAt,
        skewMs,
      })
      results.push({ id, ...applied })
    } catch (error) {
      context.log.error(error)
      waiting.add(read.aggregate)
      results.push({ id, status: 'retry' })
    }
  }
  if (results.some(({ status }) => status === 'accepted'))
    await handlers.afterwards(context, personId)
  return results
}

const refused = (id: string, reason: RefusalReason): CommandResult => ({
  id,
  status: 'refused',
  reason,
})

function idOf(one: unknown): string | null {
  return typeof one === 'object' && one !== null && 'id' in one && typeof one.id === 'string'
    ? one.id
    : null
}
