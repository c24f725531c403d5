import * as z from 'zod/mini'
import type { KeptShape } from '~/offline/store/kept-shape'

export interface NewerKnowledge {
  /** `ownName` of the server that sent it. */
  name: string
  /** `ownName` of the build that asked: a later build knows more than this by itself. */
  insteadOf: string
  lists: unknown
  model: unknown
}

/** Knowledge that came after the app did; the last that could be read. */
export const keptKnowledge: KeptShape<NewerKnowledge> = {
  name: 'scam-knowledge',
  v: 1,
  schema: z.object({
    name: z.string(),
    insteadOf: z.string(),
    lists: z.unknown(),
    model: z.unknown(),
  }),
}

/** What `GET /scam-check/knowledge` answers, with 204 where the phone has it already. */
export const sentKnowledge = z.object({
  v: z.literal(1),
  format: z.number(),
  name: z.string(),
  lists: z.unknown(),
  model: z.unknown(),
})
