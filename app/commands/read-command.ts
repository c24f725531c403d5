import type * as z from 'zod/mini'
import { commandKinds, isCommandType, type Command } from './catalog'
import { toNewest, type CommandKind } from './command-kind'
import { payloadSchemas } from './payload-schemas'

export type ReadCommand =
  | { read: 'known'; command: Command; aggregate: string }
  /** A type or version that this build does not know yet: the phone is newer than the server. */
  | { read: 'unknown'; aggregate: string }
  | { read: 'bad_payload' }

/** A command as somebody sent it, checked and in today's shape. */
export function readCommand(sent: { type: string; typeV: number; payload?: unknown }): ReadCommand {
  const { type } = sent
  const unknown: ReadCommand = { read: 'unknown', aggregate: `type:${type}` }
  if (!isCommandType(type)) return unknown
  const kind = commandKinds[type] as CommandKind<unknown>
  let newest: ReturnType<typeof toNewest>
  try {
    newest = toNewest(kind, sent.typeV, sent.payload)
  } catch {
    return { read: 'bad_payload' } // an upcaster met a payload that never fitted its version
  }
  if (!newest) return unknown
  const schema: z.ZodMiniType<unknown> = payloadSchemas[type]
  const checked = schema.safeParse(newest.payload)
  if (!checked.success) return { read: 'bad_payload' }
  return {
    read: 'known',
    command: { type, payload: checked.data } as Command,
    aggregate: kind.aggregate(checked.data),
  }
}
