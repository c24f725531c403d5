import type { OutboxEntry, WaitingCommand } from '../store/outbox-drawer'
import { maxBytes, maxCommands, type SentCommand } from './wire'

/** Left for the envelope around the commands. */
const commandBytes = maxBytes - 4 * 1024

export interface Batch {
  commands: SentCommand[]
  /** Commands that would not fit into any request. */
  tooLarge: string[]
}

/**
 * The next commands to send, in order: as many as fit, without those whose aggregate has to wait.
 * `most` is halved by the sender when the server finds a batch too large.
 */
export function nextBatch(
  entries: OutboxEntry[],
  stopped: ReadonlySet<string>,
  most: number = maxCommands,
): Batch {
  const batch: Batch = { commands: [], tooLarge: [] }
  let bytes = 0
  for (const { seq, state, command } of entries) {
    if (state !== 'waiting' || !command || stopped.has(command.aggregate)) continue
    const sent = toSend(command, seq)
    const size = new TextEncoder().encode(JSON.stringify(sent)).length + 1
    if (size > commandBytes) {
      batch.tooLarge.push(command.id)
      continue
    }
    if (batch.commands.length === most || bytes + size > commandBytes) break
    batch.commands.push(sent)
    bytes += size
  }
  return batch
}

function toSend(command: WaitingCommand, seq: number): SentCommand {
  const { id, person, type, typeV, occurredAt, payload } = command
  return { id, seq, person, type, typeV, occurredAt, payload }
}
