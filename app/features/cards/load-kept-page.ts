import { keptOr, type Shell } from '~/offline/kept-or'
import type { Store } from '~/offline/store/store'
import { phoneNow } from '~/offline/this-phone'
import { warmShells } from '~/offline/warm-shells'
import type { Card } from './card'
import {
  comingCardIds,
  keepCardTexts,
  keepLearningPage,
  keptCard,
  listChangedIds,
  readLearningPage,
} from './kept-learning'
import type { LearningPage } from './learning-page'

/** `clientLoader` of 오늘 and 배움. */
export function loadKeptLearningPage(serverLoader: () => Promise<LearningPage | Shell>) {
  return keptOr(serverLoader, { fromStore: readLearning, keep: keepLearning })
}

/** The part about learning of a page that has others. */
export const readLearning = (store: Store) => readLearningPage(store, phoneNow())

export async function keepLearning(
  store: Store,
  page: LearningPage,
  askedMs: number,
): Promise<void> {
  const changedIds = await listChangedIds(store, page)
  await keepLearningPage(store, page, askedMs)
  await keepCardTexts(store, page, changedIds)
  await warmShells(comingCardIds(page).map((id) => `/learn/${id}`))
}

export type CardPage = LearningPage & { card: Card; commandId: string }

/** `clientLoader` of a card; one that was opened once stays on the phone. */
export function loadKeptCardPage(
  cardId: string,
  newId: () => string,
  serverLoader: () => Promise<CardPage | Shell>,
) {
  return keptOr(serverLoader, {
    fromStore: async (store) => {
      const page = await readLearningPage(store, phoneNow())
      const card = await store.read(keptCard, cardId)
      return page && card && { ...page, card, commandId: newId() }
    },
    keep: async (store, page, askedMs) => {
      await keepLearningPage(store, page, askedMs)
      await store.keep(keptCard, page.card, page.card.id)
      await warmShells([`/learn/${page.card.id}`])
    },
  })
}
