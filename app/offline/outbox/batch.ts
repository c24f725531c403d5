import type { OutboxEntry, WaitingCommand } from '../store/outbox-drawer'
import { maxBytes, maxCommands, type SentCommand } from './wire'

/** Left for the envelope around the commands. */
const commandBytes = maxBytes - 4 * 1024

export interface Batch {
  commands: SentCommand[]
  /** Commands that would not fit into any request. */
  tooLarge: string[]
  /** How the clock was corrected as these were written; null where as it is now. */
  correctedByMs: number | null
}

/** What lies nearer together is the same correction, learned from another answer. */
const sameCorrectionMs = 60_000

/**
 * The next commands to send, in order: as many as fit and were written under the same correction of the clock,
 * without those whose aggregate has to wait.
 * `most` is halved by the sender when the server finds a batch too large.
 */
export function nextBatch(
  entries: OutboxEntry[],
  stopped: ReadonlySet<string>,
  most: number = maxCommands,
): Batch {
  const batch: Batch = { commands: [], tooLarge: [], correctedByMs: null }
  let bytes = 0
  for (const { seq, state, command, confirmed } of entries) {
    if (state !== 'waiting' || !command || stopped.has(command.aggregate)) continue
    const sent = toSend(command, seq)
    const size = new TextEncoder().encode(JSON.stringify(sent)).length + 1
    if (size > commandBytes) {
      batch.tooLarge.push(command.id)
      continue
    }
    if (batch.commands.length === most || bytes + size > commandBytes) break
    const correctedByMs = confirmed ? null : (command.correctedByMs ?? null)
    if (batch.commands.length === 0) batch.correctedByMs = correctedByMs
    else if (!isSameCorrection(batch.correctedByMs, correctedByMs)) break
    batch.commands.push(sent)
    bytes += size
  }
  return batch
}

const isSameCorrection = (one: number | null, other: number | null) =>
  one === null || other === null ? one === other : Math.abs(one - other) <= sameCorrectionMs

function toSend(command: WaitingCommand, seq: number): SentCommand {
  const { id, person, type, typeV, occurredAt, payload } = command
  return { id, seq, person, type, typeV, occurredAt, payload }
}
