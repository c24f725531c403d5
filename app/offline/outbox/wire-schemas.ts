import * as z from 'zod/mini'
import { maxCommands, type SentCommand } from './wire'

/** Only the shape every version shares: a payload that does not fit is refused by itself, not the batch. */
export const sentCommandSchema: z.ZodMiniType<SentCommand> = z.object({
  id: z.uuid(),
  seq: z.int(),
  person: z.nullable(z.uuid()),
  type: z.string().check(z.maxLength(60)),
  typeV: z.int().check(z.gte(1)),
  occurredAt: z.iso.datetime(),
  payload: z.unknown(),
})

/** The envelope, for the server; commands are checked one by one. */
export const outboxRequestSchema = z.object({
  v: z.literal(1),
  deviceId: z.uuid(),
  build: z.string().check(z.maxLength(60)),
  sentAt: z.optional(z.iso.datetime()),
  leave: z.optional(z.uuid()),
  unsent: z.optional(z.int().check(z.gte(0))),
  commands: z.array(z.unknown()).check(z.maxLength(maxCommands)),
})
