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
  /** Their day was said to be right, whatever the clock shows or showed. */
  confirmed: boolean
}

/** What lies nearer together is the same correction, learned from another answer. */
const sameCorrectionMs = 60_000

/**
 * The next commands to send, in order: as many as fit and were written under the same correction of the clock, or all
 * said to be right, without those whose aggregate has to wait.
 * `most` is halved by the sender when the server finds a batch too large.
 */
export function nextBatch(
  entries: OutboxEntry[],
  stopped: ReadonlySet<string>,
  most: number = maxCommands,
): Batch {
  const batch: Batch = { commands: [], tooLarge: [], correctedByMs: null, confirmed: false }
  let bytes = 0
  for (const { seq, state, command, confirmed = false } of entries) {
    if (state !== 'waiting' || !command || stopped.has(command.aggregate)) continue
    const sent = toSend(command, seq)
    const size = new TextEncoder().encode(JSON.stringify(sent)).length + 1
    if (size > commandBytes) {
      batch.tooLarge.push(command.id)
      continue
    }
    if (batch.commands.length === most || bytes + size > commandBytes) break
    const clock = { correctedByMs: command.correctedByMs ?? null, confirmed }
    if (batch.commands.length === 0) Object.assign(batch, clock)
    else if (!isSameClock(batch, clock)) break
    batch.commands.push(sent)
    bytes += size
  }
  return batch
}

type ClockOf = Pick<Batch, 'correctedByMs' | 'confirmed'>

function isSameClock(one: ClockOf, other: ClockOf): boolean {
  if (one.confirmed || other.confirmed) return one.confirmed === other.confirmed
  return one.correctedByMs === null || other.correctedByMs === null
    ? one.correctedByMs === other.correctedByMs
    : Math.abs(one.correctedByMs - other.correctedByMs) <= sameCorrectionMs
}

function toSend(command: WaitingCommand, seq: number): SentCommand {
  const { id, person, type, typeV, occurredAt, payload } = command
  return { id, seq, person, type, typeV, occurredAt, payload }
}
