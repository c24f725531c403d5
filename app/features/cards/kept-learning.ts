import * as z from 'zod/mini'
import type { KeptShape } from '~/offline/store/kept-shape'
import type { Store } from '~/offline/store/store'
import { dateIn, hourIn } from '~/platform/clock'
import type { LearningDeed } from './apply-to-learning'
import { trackIds, type Card } from './card'
import { chooseCards } from './choose-card'
import type { CardSummary, Learning } from './learning'
import type { LearningPage } from './learning-page'

/** Today's card and the next seven have their text on the phone. */
export const daysKept = 8

const track = z.enum(trackIds)
const level = z.union([z.literal(1), z.literal(2), z.literal(3)])
const lastAnswer = z.object({ answer: z.number(), correct: z.boolean(), on: z.string() })

const learningSchema: z.ZodMiniType<Learning> = z.object({
  name: z.nullable(z.string()),
  timeZone: z.string(),
  track,
  completed: z.record(z.string(), z.string()),
  lastAnswers: z.record(z.string(), lastAnswer),
  points: z.number(),
  daysTogether: z.number(),
  lastDay: z.nullable(z.string()),
})

const summary = {
  id: z.string(),
  track,
  order: z.number(),
  title: z.string(),
  minutes: z.number(),
  points: z.number(),
  level,
  // Copies of before there were editions have none, and are old.
  edition: z._default(z.string(), ''),
}
const catalogueSchema: z.ZodMiniType<CardSummary[]> = z.array(
  // Copies of an older build do not say it.
  z.object({ ...summary, rightAnswer: z._default(z.nullable(z.number()), null) }),
)

const sentences = z.array(z.string())
const cardSchema: z.ZodMiniType<Card> = z.object({
  ...summary,
  why: sentences,
  steps: z.array(
    z.object({
      sentences,
      drawing: z.optional(z.object({ alt: z.string(), svg: z.string() })),
    }),
  ),
  task: sentences,
  quiz: z.object({
    question: z.string(),
    answers: z.array(z.object({ text: z.string(), correct: z.boolean() })),
    explanation: sentences,
  }),
  source: z.object({ title: z.string(), url: z.optional(z.string()) }),
  checked: z.string(),
})

export const keptLearning: KeptShape<{ learning: Learning; catalogue: CardSummary[] }> = {
  name: 'learning',
  v: 1,
  schema: z.object({ learning: learningSchema, catalogue: catalogueSchema }),
}

/** One card's text, by the card's id. */
export const keptCard: KeptShape<Card> = { name: 'card', v: 1, schema: cardSchema }

/** The page as the phone knows it at this moment; null before the first visit with a network. */
export async function readLearningPage(store: Store, now: Date): Promise<LearningPage | null> {
  const kept = await store.read(keptLearning)
  if (!kept) return null
  const { timeZone } = kept.learning
  return {
    shell: false,
    personId: store.personId,
    ...kept,
    today: dateIn(timeZone, now),
    hour: hourIn(timeZone, now),
  }
}

const toldByLearning: Record<LearningDeed['type'], true> = {
  complete_card: true,
  answer_review: true,
  choose_track: true,
  set_name: true,
}

/** Keeps what the server answered when it was asked at `askedMs`, in place of deeds sent before that. */
export async function keepLearningPage(
  store: Store,
  page: LearningPage,
  askedMs: number,
): Promise<void> {
  const { learning, catalogue } = page
  if (!(await store.keep(keptLearning, { learning, catalogue }))) return
  await store.outbox.forgetSent(askedMs, ({ type }) => Object.hasOwn(toldByLearning, type))
}

/** The cards of today and the days after it. */
export function comingCardIds(page: LearningPage): string[] {
  return chooseCards(page.catalogue, page.learning, page.today, daysKept).map(({ card }) => card.id)
}

/** Cards of which the server has another text now than when this phone last kept its catalogue. */
export async function listChangedIds(store: Store, page: LearningPage): Promise<string[]> {
  const before = await store.read(keptLearning)
  const editions = new Map(before?.catalogue.map(({ id, edition }) => [id, edition]))
  return page.catalogue
    .filter(({ id, edition }) => (editions.get(id) ?? edition) !== edition)
    .map(({ id }) => id)
}

/**
 * Fetches the text of the coming cards, unless the phone has it, and anew what it has of `changedIds`. What fails of the
 * coming ones comes next time, of the others when they are opened.
 */
export async function keepCardTexts(
  store: Store,
  page: LearningPage,
  changedIds: readonly string[],
): Promise<void> {
  const coming = new Set(comingCardIds(page))
  const ids = [...new Set([...coming, ...changedIds])]
  const kept = await store.readAll(keptCard, ids)
  const editions = new Map(page.catalogue.map(({ id, edition }) => [id, edition]))
  for (const [at, id] of ids.entries()) {
    const copy = kept[at]
    if (copy ? copy.edition === editions.get(id) : !coming.has(id)) continue
    const response = await fetch(`/learn/${id}/text`)
    const card = response.ok ? cardSchema.safeParse(await response.json()) : undefined
    if (card?.success) await store.keep(keptCard, card.data, id)
  }
}
