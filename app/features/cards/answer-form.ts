import * as z from 'zod/mini'

/** What the question's form sends: which answer, and an id made with the page, so that a double tap counts once. */
export const answerFormSchema = z.object({
  answer: z.coerce.number().check(z.int(), z.gte(0), z.lte(3)),
  commandId: z.uuid(),
})
