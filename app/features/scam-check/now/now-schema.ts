import * as z from 'zod/mini'

const trick = z.object({
  id: z.string().check(z.regex(/^[a-z0-9-]+$/)),
  title: z.string(),
  lead: z.string(),
  /** A message as it comes, written by us: no real address, no number that somebody has. */
  example: z.string(),
  /** What to see in it: `words` stand in the example letter for letter. */
  marks: z
    .array(z.object({ words: z.string(), why: z.string() }))
    .check(z.minLength(1), z.maxLength(3)),
  instead: z.string(),
  source: z.object({
    title: z.string(),
    checkedOn: z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/)),
  }),
})

/** `content/scam/now.json`: three tricks that go round at present. */
export const nowSchema = z.object({ tricks: z.array(trick).check(z.length(3)) })

export type CurrentTrick = z.infer<typeof trick>
