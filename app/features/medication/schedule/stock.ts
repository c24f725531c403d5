import { careDateOf, type EpochDay, type WallMinute } from './care-date'
import { plansOf } from './due-doses'
import type { Facts } from './facts'
import type { Moment } from './moment'
import type { SlotId } from './schedule-facts'
import { Shelves, draw, type Shelf } from './shelves'
import { arrivalsOf, stockSince } from './stock-arrivals'
import { usesFromNow, usesUntilNow, type Use } from './stock-uses'

/** What is left in one slot, or of a box that all slots share, in thousandths of a unit. */
export interface StockLeft {
  slotId: SlotId | null
  leastLeft: number
  mostLeft: number
  /** The date of the last dose there may be something for; null when it does not run out. */
  earliestOn: EpochDay | null
  latestOn: EpochDay | null
}

/**
 * What is left of a course and until when it lasts: packs and the last count, minus what was used since.
 * Walked from the facts each time, never a counter. Empty when nothing was handed out or counted.
 */
export function stockOf(facts: Facts, courseId: string, now: Moment): StockLeft[] {
  const plan = plansOf(facts).get(courseId)
  const from = stockSince(facts, courseId, now.wall)
  if (!plan || from === null) return []
  const shelves = new Shelves(plan)
  const arrivals = arrivalsOf(facts, plan, from)
  let next = 0
  const receiveUntil = (wall: WallMinute) => {
    for (let one = arrivals[next]; one && one.wall <= wall; one = arrivals[++next]) {
      one.arrive(shelves)
    }
  }
  for (const use of usesUntilNow(facts, plan, from, now)) {
    receiveUntil(use.wall)
    take(shelves.find(use.slotId, use.day), use)
  }
  receiveUntil(now.wall)
  const left = shelves.all.map(({ least, most }) => [least.left, most.left] as const)
  const unopened = new Shelves(plan)
  for (const { arrive } of arrivals.slice(next)) arrive(unopened)
  for (const use of usesFromNow(facts, plan, now)) {
    receiveUntil(use.wall)
    plannedTake(shelves.find(use.slotId, use.day), use)
    if (next === arrivals.length && shelves.all.every(isOut)) break
  }
  return shelves.all.map(({ slotId, least, most }, i) => {
    const more = unopened.all.find((shelf) => shelf.slotId === slotId)?.least.left ?? 0
    const [leastLeft = 0, mostLeft = 0] = left[i] ?? []
    return {
      slotId,
      leastLeft: leastLeft + more,
      mostLeft: mostLeft + more,
      ...runOut(least.outOn, most.outOn),
    }
  })
}

function take(shelf: Shelf | undefined, { amount, least, most, wall }: Use): void {
  if (!shelf) return
  draw(shelf.least, amount, most, least > 0, careDateOf(wall))
  draw(shelf.most, amount, least, least > 0, careDateOf(wall))
}

function plannedTake(shelf: Shelf | undefined, { amount, wall }: Use): void {
  if (!shelf) return
  draw(shelf.least, amount, 1, false, careDateOf(wall))
  draw(shelf.most, amount, 1, false, careDateOf(wall))
}

const isOut = ({ least, most }: Shelf) => least.outOn !== null && most.outOn !== null

// With doses of unequal amounts the fuller shelf may be the first with too little for its next one.
const runOut = (leastOutOn: EpochDay | null, mostOutOn: EpochDay | null) => ({
  earliestOn: leastOutOn === null ? mostOutOn : Math.min(leastOutOn, mostOutOn ?? Infinity),
  latestOn: mostOutOn,
})
