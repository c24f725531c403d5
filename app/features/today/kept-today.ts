import { keepLearning, readLearning } from '~/features/cards/load-kept-page'
import { keepFamily, readFamily } from '~/features/family/words/kept-family'
import { dayPageOf } from '~/features/medication/day/day-page'
import { isWhole } from '~/features/medication/facts/kept-facts'
import { keepMedication, readMedication } from '~/features/medication/facts/load-kept-medication'
import { wantedToday } from '~/features/medication/facts/medication-page'
import type { Store } from '~/offline/store/store'
import { phoneNow } from '~/offline/this-phone'
import type { TodayPage } from './load-kept-today'

/** 오늘 as the phone knows it at this moment, without the id for a form; null before the first visit with a network. */
export async function readToday(store: Store): Promise<Omit<TodayPage, 'commandId'> | null> {
  const [learning, kept, family, whole] = await Promise.all([
    readLearning(store),
    readMedication(store, wantedToday),
    readFamily(store, phoneNow()),
    isWhole(store),
  ])
  return learning && kept && { ...learning, medication: dayPageOf(kept, whole), family }
}

export const keepToday = (store: Store, page: TodayPage, askedMs: number) =>
  Promise.all([
    keepMedication(store, page.medication, askedMs),
    keepLearning(store, page, askedMs),
    keepFamily(store, page.family, askedMs),
  ])
