import { careDateOf, minutesPerDay, type EpochDay, type WallMinute } from './care-date'
import { plansOf, type Plan } from './due-doses'
import type { Facts, Pack, SlotId, StockCount } from './facts'
import { momentOf } from './moment'
import { withoutRetracted } from './retraction'
import { packBegins, type Shelves } from './shelves'

/** What was handed out longer ago is used up or out of date; without it the walk never gets longer. */
const longestKeptMin = 400 * minutesPerDay

/**
 * The first care date whose answers matter for the stock: of the last count, if every slot was counted, else
 * of the first pack not too long ago. Null without any pack or count.
 */
export function stockSince(facts: Facts, courseId: string, now: WallMinute): EpochDay | null {
  const plan = plansOf(facts).get(courseId)
  if (!plan) return null
  const counts = countsOf(facts, plan)
  const lastCounts = [...shelfNames(plan)].map((slot) =>
    Math.max(...counts.filter(({ slotId }) => slotId === slot).map((one) => one.countedWall)),
  )
  const since = Math.min(...lastCounts)
  if (since > -Infinity && since < Infinity) return careDateOf(since)

  const arrived = [
    ...counts.map(({ countedWall }) => countedWall),
    ...plan.packs.map((pack) => packArrives(facts, plan, pack)),
  ].sort((a, b) => a - b)
  const first = arrived.find((wall) => wall >= now - longestKeptMin) ?? arrived.at(-1)
  return first === undefined ? null : careDateOf(first)
}

/** Pouches lie apart for each slot; everything else is one box, named null. */
const shelfNames = ({ course, rulings }: Plan): ReadonlySet<SlotId | null> =>
  course.kind === 'pouch'
    ? new Set(rulings.flatMap(({ version }) => version.slots.map(({ slotId }) => slotId)))
    : new Set([null])

/**
 * When a pack can be taken from: with its first dose; where there are no doses to wait for, on the day it was
 * written down, from that minute on.
 */
export function packArrives(facts: Facts, plan: Plan, pack: Pack): WallMinute {
  const written = plan.course.kind === 'as_needed' ? momentOf(facts, pack.at) : null
  return written?.day === pack.firstOn ? written.wall : packBegins(plan, pack)
}

/** Something that makes it more, or certain. */
export interface Arrival {
  wall: WallMinute
  /** Tells those of one minute apart where it matters which was written first; else packs come before counts. */
  order: number
  arrive: (shelves: Shelves) => void
}

/** Packs and counts from a care date on, in the order of time. */
export function arrivalsOf(facts: Facts, plan: Plan, from: EpochDay): Arrival[] {
  const isNeeded = plan.course.kind === 'as_needed'
  const packs = plan.packs.map((pack): Arrival => {
    const order = isNeeded ? pack.at : 0
    const wall = packArrives(facts, plan, pack)
    return { wall, order, arrive: (shelves) => shelves.receive(pack) }
  })
  const counts = countsOf(facts, plan).map(({ slotId, left, countedWall: wall, at }): Arrival => {
    const order = isNeeded ? at : 0
    return { wall, order, arrive: (shelves) => shelves.count(slotId, left, careDateOf(wall)) }
  })
  return [...packs, ...counts]
    .filter(({ wall }) => careDateOf(wall) >= from)
    .sort((a, b) => a.wall - b.wall || a.order - b.order)
}

function countsOf(facts: Facts, { course }: Plan): readonly StockCount[] {
  return withoutRetracted(facts, facts.stockCounts)
    .filter(({ courseId }) => courseId === course.id)
    .sort((a, b) => (a.id < b.id ? -1 : 1))
}
