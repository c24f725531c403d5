import * as z from 'zod/mini'
import { longestText } from '../checked'
import { levels, reasonCodes, trickKinds } from '../verdict/verdict'

const id = z.string().check(z.regex(/^[0-9a-f-]{36}$/))
const level = z.enum(levels)

/** What is kept of a check: the words as they came, and what was found in them. */
export const keptFields = {
  kind: z.enum(['message', 'call']),
  level,
  trick: z.nullable(z.enum(trickKinds)),
  reasons: z.array(z.enum(reasonCodes)).check(z.maxLength(3)),
  text: z.string().check(z.minLength(1), z.maxLength(longestText)),
}

export const keepScamCheckSchema = z.object({ checkId: id, ...keptFields })
export type KeepScamCheck = z.infer<typeof keepScamCheckSchema>

export const forgetScamCheckSchema = z.object({ checkId: id })
export type ForgetScamCheck = z.infer<typeof forgetScamCheckSchema>

/** Never of what: only that there was a check, and how it ended. */
export const recordScamCheckSchema = z.object({ level })
export type RecordScamCheck = z.infer<typeof recordScamCheckSchema>
