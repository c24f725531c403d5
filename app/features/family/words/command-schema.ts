import * as z from 'zod/mini'

/** `say_fine`: all is well today. The day is that of the deed. */
export const sayFineSchema = z.strictObject({})
export type SayFine = z.infer<typeof sayFineSchema>

/** `hear_word`: the senior has read or heard it and puts it away. */
export const hearWordSchema = z.object({ wordId: z.uuid() })
export type HearWord = z.infer<typeof hearWordSchema>
