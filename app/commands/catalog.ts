import * as z from 'zod/mini'
import {
  answerReviewSchema,
  chooseTrackSchema,
  completeCardSchema,
} from '~/features/cards/command-schema'
import { commandKind, type CommandKind } from './command-kind'

const setNameSchema = z.object({
  name: z.string().check(z.trim(), z.minLength(1), z.maxLength(20)),
})

/** Every command an outbox may carry. A type, once shipped, stays, and so does each of its versions. */
export const commandKinds = {
  complete_card: commandKind({
    typeV: 1,
    schema: completeCardSchema,
    aggregate: ({ cardId }) => `card:${cardId}`,
    fixtures: { 1: { cardId: 'text-size', answer: 0, completedOn: '2026-11-24' } },
  }),
  answer_review: commandKind({
    typeV: 1,
    schema: answerReviewSchema,
    aggregate: ({ cardId }) => `card:${cardId}`,
    fixtures: { 1: { cardId: 'text-size', answer: 1, answeredOn: '2026-11-27' } },
  }),
  choose_track: commandKind({
    typeV: 1,
    schema: chooseTrackSchema,
    aggregate: () => 'track',
    fixtures: { 1: { track: 'fraud-defence' } },
  }),
  set_name: commandKind({
    typeV: 1,
    schema: setNameSchema,
    aggregate: () => 'name',
    fixtures: { 1: { name: '김순자' } },
  }),
} as const

export type CommandType = keyof typeof commandKinds

export type PayloadOf<Type extends CommandType> =
  (typeof commandKinds)[Type] extends CommandKind<infer Payload> ? Payload : never

/** A command in today's shape, of whatever version it was sent. */
export type Command = {
  [Type in CommandType]: { type: Type; payload: PayloadOf<Type> }
}[CommandType]

export type ReadCommand =
  | { read: 'known'; command: Command; aggregate: string }
  /** A type or version that this build does not know yet: the phone is newer than the server. */
  | { read: 'unknown'; aggregate: string }
  | { read: 'bad_payload' }

export function isCommandType(type: string): type is CommandType {
  return Object.hasOwn(commandKinds, type)
}

/** A command as sent or kept, in today's shape. */
export function readCommand(sent: { type: string; typeV: number; payload?: unknown }): ReadCommand {
  const { type } = sent
  if (!isCommandType(type)) return { read: 'unknown', aggregate: `type:${type}` }
  const kind: CommandKind<unknown> = commandKinds[type] as CommandKind<unknown>
  if (sent.typeV > kind.typeV) return { read: 'unknown', aggregate: `type:${type}` }
  let payload = sent.payload
  for (let v = sent.typeV; v < kind.typeV; v++) payload = kind.older?.[v]?.(payload)
  const read = kind.schema.safeParse(payload)
  if (!read.success) return { read: 'bad_payload' }
  return {
    read: 'known',
    command: { type, payload: read.data } as Command,
    aggregate: kind.aggregate(read.data),
  }
}
