import * as z from 'zod/mini'
import { reasonCodes, trickKinds } from '../verdict/verdict'

/**
 * That a check came out as dangerous, for the family whom the senior lets be told: names of closed lists, and
 * nothing else fits in. `checkId` is random and says nothing of the words.
 */
export const tellScamAlertSchema = z.strictObject({
  checkId: z.uuid(),
  kind: z.enum(['message', 'call']),
  level: z.literal('danger'),
  trick: z.nullable(z.enum(trickKinds)),
  reasons: z.array(z.enum(reasonCodes)).check(z.minLength(1), z.maxLength(3)),
})
export type TellScamAlert = z.infer<typeof tellScamAlertSchema>
