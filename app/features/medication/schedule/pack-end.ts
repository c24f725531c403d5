import { careDateOf, type EpochDay, type WallMinute } from './care-date'
import { covers, type WallInterval } from './pauses'
import type { SlotAmount, SlotId } from './schedule-facts'
import { Shelves, draw, packBegins, type Shelf } from './shelves'
import { occurrences, type CourseTimetable } from './timetable'

/** No prescription is followed further than this; beyond it an unfinished pack counts as unfinished. */
const furthestDays = 3660

/** Whether a course that ends with its packs is still on at a slot's wall time. */
export type PackCover = (slotId: SlotId, wall: WallMinute) => boolean

/**
 * Packs of N days cover N unpaused occurrences of each slot, whatever was answered: who forgets one has one
 * pouch too many, not a day more to take them. Until the first pack begins nothing ends.
 */
export function packCoverOf(timetable: CourseTimetable): PackCover {
  if (!timetable.course.endsWithPack || timetable.packs.length === 0) return () => true
  const shelves = new Shelves(timetable)
  const covered = new Map<Shelf, WallInterval[]>()
  const slots = new Map<SlotId, { shelf: Shelf; since: WallMinute }>()
  const packs = timetable.packs
    .map((pack) => ({ pack, begins: packBegins(timetable, pack) }))
    .sort((a, b) => a.begins - b.begins)

  let next = 0
  const receiveUntil = (wall: WallMinute) => {
    for (let one = packs[next]; one && one.begins <= wall; one = packs[++next]) {
      shelves.receive(one.pack)
      for (const shelf of shelves.all) openIn(covered, shelf, one.begins)
    }
  }
  const from = careDateOf(packs[0]?.begins ?? 0)
  const to = careDateOf(packs.at(-1)?.begins ?? 0) + furthestDays
  const known = new Set(timetable.rulings.flatMap(({ version }) => version.slots.map(slotIdOf)))
  const pausedForGood = timetable.pauses.find((pause) => pause.to === Infinity)?.from ?? Infinity
  for (const { slotId, day, wall, amount, paused } of occurrences(timetable, from, to)) {
    if (next === packs.length && [...covered.values()].every(isClosed)) break
    // Nothing is used any more; but a slot that begins in a pause is one all the same, as it would be without.
    if (wall >= pausedForGood && slots.size === known.size) break
    receiveUntil(wall)
    const shelf = shelves.find(slotId, day)
    if (!shelf) continue
    if (!slots.has(slotId)) slots.set(slotId, { shelf, since: wall })
    if (paused || isClosed(covered.get(shelf) ?? [])) continue
    draw(shelf.least, amount, 1, false, day)
    if (shelf.least.outOn !== null) close(covered.get(shelf), wall + 1)
  }
  receiveUntil(Infinity)

  const before = { from: -Infinity, to: packs[0]?.begins ?? Infinity }
  const everywhere = [...covered.values()].flat()
  return (slotId, wall) => {
    const own = slots.get(slotId)
    // A slot that was added later goes on as long as the others do, until a pack brings pouches for it.
    const isOwn = own !== undefined && own.since <= wall
    return covers([before, ...(isOwn ? (covered.get(own.shelf) ?? []) : everywhere)], wall)
  }
}

/** The first care date not worth walking to: far away, or within a pause that has no end. */
export function walkEnd({ pauses }: CourseTimetable, from: EpochDay): EpochDay {
  const endless = pauses.find(({ to }) => to === Infinity)
  return Math.min(from + furthestDays, careDateOf(endless?.from ?? Infinity) + 1)
}

const slotIdOf = ({ slotId }: SlotAmount): SlotId => slotId

const isClosed = (intervals: WallInterval[]) => intervals.at(-1)?.to !== Infinity

function openIn(covered: Map<Shelf, WallInterval[]>, shelf: Shelf, from: WallMinute): void {
  const intervals = covered.get(shelf)
  if (!intervals) covered.set(shelf, [{ from, to: Infinity }])
  else if (isClosed(intervals) && shelf.least.left > 0) intervals.push({ from, to: Infinity })
}

function close(intervals: WallInterval[] | undefined, to: WallMinute): void {
  const last = intervals?.at(-1)
  if (last) last.to = to
}
