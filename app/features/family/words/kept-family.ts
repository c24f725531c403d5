import * as z from 'zod/mini'
import { keptFamilyToShow } from '~/features/scam-check/alert/family-to-show'
import type { KeptShape } from '~/offline/store/kept-shape'
import type { Store } from '~/offline/store/store'
import type { FamilyNews } from '../find-family-news.server'
import { familyDate } from './family-date'

/** A sentence a relative wrote; `at` is ISO 8601. */
export interface WordToHear {
  id: string
  /** As the relative calls themselves. */
  name: string
  words: string
  at: string
}

/** What the first page says of the family without a network too. */
interface KeptFamily {
  linked: boolean
  fineAt: string | null
  words: WordToHear[]
}

const wordSchema = z.object({ id: z.string(), name: z.string(), words: z.string(), at: z.string() })

export const keptFamily: KeptShape<KeptFamily> = {
  name: 'family',
  v: 1,
  schema: z.object({
    linked: z.boolean(),
    fineAt: z.nullable(z.string()),
    words: z.array(wordSchema),
  }),
}

const wordsKeptMs = 7 * 24 * 60 * 60_000

export async function readFamily(store: Store, now: Date): Promise<FamilyNews | null> {
  const kept = await store.read(keptFamily)
  if (!kept) return null
  const words = kept.words.filter(({ at }) => now.getTime() - Date.parse(at) < wordsKeptMs)
  // Who is told, or was, only the server knows: what would be kept may be over.
  const notKept = { sharesPresence: kept.linked, waiting: 0, askAgain: 0, toShow: [], ladder: [] }
  return { ...kept, ...notKept, words, day: familyDate(now) }
}

/** Keeps what the server answered when it was asked at `askedMs`, in place of deeds sent before that. */
export async function keepFamily(
  store: Store,
  news: FamilyNews | null,
  askedMs: number,
): Promise<void> {
  const nothing = { linked: false, fineAt: null, words: [], toShow: [] }
  const { linked, fineAt, words, toShow } = news ?? nothing
  await store.keep(keptFamilyToShow, toShow)
  if (!(await store.keep(keptFamily, { linked, fineAt, words }))) return
  await store.outbox.forgetSent(askedMs, ({ type }) => type === 'say_fine' || type === 'hear_word')
}
