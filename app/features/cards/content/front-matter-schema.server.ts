import * as z from 'zod'
import { isTrackId, trackIds } from '../card'

const kebab = /^[a-z0-9]+(?:-[a-z0-9]+)*$/

function words() {
  const error = 'must be text that is not empty'
  return z.string({ error }).trim().min(1, { error })
}

function wholeNumber(from: number, to: number) {
  const error = `must be a whole number from ${from} to ${to}`
  return z.int({ error }).min(from, { error }).max(to, { error })
}

function isCalendarDate(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text)
}

function isWebAddress(text: string): boolean {
  return URL.canParse(text) && /^https?:\/\//.test(text)
}

const idRule = 'must be kebab-case: small Latin letters, digits and single hyphens'
const trackRule = `must be one of ${trackIds.join(', ')}`
const levelRule = 'must be 1 (first time), 2 (a little practised) or 3 (sure)'
const checkedRule = 'must be a real date written as YYYY-MM-DD'
const answersRule = 'must be a list of 2 to 4 answers'
const correctRule = 'must be true or false'
const blockRule = 'must be a block of indented lines; see docs/writing-cards.md'
const urlRule = 'must be a web address that starts with https:// or http://'

const answer = z.strictObject(
  { text: words(), correct: z.boolean({ error: correctRule }).default(false) },
  { error: blockRule },
)

const quiz = z.strictObject(
  {
    question: words().refine((text) => text.endsWith('?'), { error: 'must end with a ?' }),
    answers: z
      .array(answer, { error: answersRule })
      .min(2, { error: answersRule })
      .max(4, { error: answersRule })
      .refine((all) => all.filter((one) => one.correct).length === 1, {
        error: 'must have exactly one answer with "correct: true"',
      })
      .refine((all) => new Set(all.map((one) => one.text)).size === all.length, {
        error: 'must differ from each other; two are the same',
      }),
    explanation: words(),
  },
  { error: blockRule },
)

/** The block between the `---` lines of a card, as docs/writing-cards.md describes it. */
export const frontMatterSchema = z.strictObject(
  {
    id: z.string({ error: idRule }).regex(kebab, { error: idRule }),
    track: z.custom<(typeof trackIds)[number]>(isTrackId, { error: trackRule }),
    order: wholeNumber(1, 9999),
    title: words(),
    level: z.literal([1, 2, 3], { error: levelRule }),
    minutes: wholeNumber(1, 10),
    points: wholeNumber(5, 20),
    quiz,
    source: z.strictObject(
      {
        title: words(),
        url: z.string({ error: urlRule }).refine(isWebAddress, { error: urlRule }).optional(),
      },
      { error: blockRule },
    ),
    checked: z.string({ error: checkedRule }).refine(isCalendarDate, { error: checkedRule }),
  },
  { error: blockRule },
)

export type FrontMatter = z.infer<typeof frontMatterSchema>
