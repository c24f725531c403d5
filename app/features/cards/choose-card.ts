import { addDays } from '~/platform/clock'
import { trackIds, type TrackId } from './card'
import type { CardSummary, Learning } from './learning'

/** Days after a wrong answer on which its question comes back. */
export const reviewAfterDays = 3

export interface ChosenCard {
  card: CardSummary
  /** `again` when everything has been finished: an earlier card to read once more. */
  kind: 'new' | 'again'
}

/** The person's own track first, then the others in their order. */
function inReadingOrder(catalogue: readonly CardSummary[], track: TrackId): CardSummary[] {
  const place = (card: CardSummary) => (card.track === track ? -1 : trackIds.indexOf(card.track))
  return [...catalogue].sort((a, b) => place(a) - place(b) || a.order - b.order)
}

/**
 * Today's card and those of the days after it, if one a day is finished. Only what was finished before
 * `today` counts, so that the card stays the same all day on every device that has synced since.
 */
export function chooseCards(
  catalogue: readonly CardSummary[],
  learning: Learning,
  today: string,
  count: number,
): ChosenCard[] {
  const ordered = inReadingOrder(catalogue, learning.track)
  const finishedBefore = (card: CardSummary) => {
    const on = learning.completed[card.id]
    return on !== undefined && on < today
  }
  const fresh = ordered.filter((card) => !finishedBefore(card))
  const chosen: ChosenCard[] = fresh.slice(0, count).map((card) => ({ card, kind: 'new' }))
  // With nothing new left, the one finished longest ago comes round again.
  const again = ordered
    .filter(finishedBefore)
    .sort((a, b) => (learning.completed[a.id] ?? '').localeCompare(learning.completed[b.id] ?? ''))
  const turn = again.length === 0 ? 0 : dayNumber(today) % again.length
  for (let i = 0; chosen.length < count && i < again.length; i++) {
    const card = again[(turn + i) % again.length]
    if (card) chosen.push({ card, kind: 'again' })
  }
  return chosen
}

/** Today's card, or null when there is no card at all. */
export function chooseTodaysCard(
  catalogue: readonly CardSummary[],
  learning: Learning,
  today: string,
): ChosenCard | null {
  return chooseCards(catalogue, learning, today, 1)[0] ?? null
}

/** A card that comes round again is finished by answering it today. */
export function isFinished({ card, kind }: ChosenCard, learning: Learning, today: string): boolean {
  return kind === 'new'
    ? learning.completed[card.id] !== undefined
    : learning.lastAnswers[card.id]?.on === today
}

/** Cards whose newest answer was wrong, some days ago; the longest waiting first. */
export function listDueReviews(
  catalogue: readonly CardSummary[],
  learning: Learning,
  today: string,
): CardSummary[] {
  const dueSince = addDays(today, -reviewAfterDays)
  return catalogue
    .filter((card) => {
      const last = learning.lastAnswers[card.id]
      return last !== undefined && !last.correct && last.on <= dueSince
    })
    .sort((a, b) =>
      (learning.lastAnswers[a.id]?.on ?? '').localeCompare(learning.lastAnswers[b.id]?.on ?? ''),
    )
}

const dayNumber = (date: string) => Math.floor(Date.parse(`${date}T00:00:00Z`) / 86_400_000)
