import * as z from 'zod/mini'

/** The contract of `POST /outbox`, for phone and server. */
export const outboxPath = '/outbox'
export const maxCommands = 100
/** Of a request's body, in bytes. */
export const maxBytes = 256 * 1024

/** Only the shape every version shares: a payload that does not fit is refused by itself, not the batch. */
export const sentCommandSchema = z.object({
  id: z.uuid(),
  seq: z.int(),
  person: z.nullable(z.uuid()),
  type: z.string().check(z.maxLength(60)),
  typeV: z.int().check(z.gte(1)),
  occurredAt: z.iso.datetime(),
  payload: z.unknown(),
})

export const outboxRequestSchema = z.object({
  v: z.literal(1),
  deviceId: z.uuid(),
  build: z.string().check(z.maxLength(60)),
  /** Somebody who signed out on the phone while it had no network: their session ends now. */
  leave: z.optional(z.uuid()),
  commands: z.array(z.unknown()).check(z.maxLength(maxCommands)),
})

const resultSchema = z.object({
  id: z.string(),
  status: z.enum(['accepted', 'duplicate', 'refused', 'retry']),
  reason: z.optional(z.string()),
  result: z.optional(z.unknown()),
})

export const outboxAnswerSchema = z.object({
  v: z.literal(1),
  /** Whose session it is; the phone stamps its commands without a person with it. */
  person: z.nullable(z.string()),
  results: z.array(resultSchema),
  serverTime: z.string(),
})

export type SentCommand = z.infer<typeof sentCommandSchema>
export type CommandResult = z.infer<typeof resultSchema>
export type OutboxRequest = Omit<z.infer<typeof outboxRequestSchema>, 'commands'> & {
  commands: SentCommand[]
}
export type OutboxAnswer = z.infer<typeof outboxAnswerSchema>
