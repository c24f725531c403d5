import * as z from 'zod/mini'

const day = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/))
const id = z.string().check(z.regex(/^[a-z0-9-]+$/))

/** Where a fact was read, and on which day somebody last saw that it still holds. */
const source = z.object({ title: z.string(), checkedOn: day })

const what = z.enum(['clicked-link', 'installed-app', 'sent-money', 'sent-id'])

const step = z.object({
  id,
  /** What to do, in one sentence. */
  text: z.string(),
  /** Why, or how. */
  detail: z.optional(z.string()),
  /** A number to ring. It is a button only where the phone can be trusted; else it is to be dialled elsewhere. */
  number: z.optional(z.object({ digits: z.string(), name: z.string() })),
  /** Words to say, or to type. */
  say: z.optional(z.string()),
  /** Where to go on when this step finds something worse. */
  leadsTo: z.optional(what),
  source,
})

const path = z.object({
  id: what,
  /** As a button, and as the page's title. */
  title: z.string(),
  /** Said before anything else, in the gravest look. */
  first: z.object({ title: z.string(), text: z.string() }),
  /** False once an app was installed: calls may be led elsewhere, so none is offered. */
  mayCall: z.boolean(),
  steps: z.array(step).check(z.minLength(1)),
})

/** `content/scam/after.json`: what to do once it has happened, the most urgent first. */
export const afterSchema = z.object({ paths: z.array(path).check(z.minLength(1)) })

export type AfterPath = z.infer<typeof path>
export type AfterStep = z.infer<typeof step>
export type AfterWhat = AfterPath['id']
