import { careDateOf, minutesPerDay, type WallMinute } from './care-date'
import { covers, type WallInterval } from './pauses'
import type { SlotId } from './schedule-facts'
import { Shelves, draw, packBegins, type Shelf } from './shelves'
import { occurrences, type CourseTimetable } from './timetable'

/** No prescription is followed further than this; beyond it an unfinished pack counts as unfinished. */
const furthestDays = 3660

/** Whether a course that ends with its packs is still on at a slot's wall time. */
export type PackCover = (slotId: SlotId, wall: WallMinute) => boolean

/**
 * Packs of N days cover N unpaused occurrences of each slot, whatever was answered: who forgets one has one
 * pouch too many, not a day more to take them. Without any pack the course goes on.
 */
export function packCoverOf(timetable: CourseTimetable): PackCover {
  if (!timetable.course.endsWithPack || timetable.packs.length === 0) return () => true
  const shelves = new Shelves(timetable)
  const covered = new Map<Shelf, WallInterval[]>()
  const slots = new Map<SlotId, Shelf>()
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
  const { from, to } = reachOf(timetable, packs)
  for (const { slotId, day, wall, amount, paused } of occurrences(timetable, from, to)) {
    if (next === packs.length && [...covered.values()].every(isClosed)) break
    receiveUntil(wall)
    const shelf = shelves.find(slotId, day)
    if (!shelf) continue
    slots.set(slotId, shelf)
    if (paused || isClosed(covered.get(shelf) ?? [])) continue
    draw(shelf.least, amount, 1, false, day)
    if (shelf.least.outOn !== null) close(covered.get(shelf), wall + 1)
  }
  receiveUntil(Infinity)

  const everywhere = [...covered.values()].flat()
  return (slotId, wall) => {
    const shelf = slots.get(slotId)
    // A slot that was added later, with pouches of its own nowhere, goes on as long as the others do.
    return covers(shelf ? (covered.get(shelf) ?? []) : everywhere, wall)
  }
}

/** The care dates worth walking: from the first pack on, and not for ever through a pause without an end. */
function reachOf({ pauses }: CourseTimetable, packs: { begins: WallMinute }[]) {
  const begins = packs.map((one) => one.begins)
  const from = careDateOf(Math.min(...begins))
  const last = Math.max(...begins) + furthestDays * minutesPerDay
  const endless = pauses.find(({ to }) => to === Infinity)
  return { from, to: careDateOf(Math.min(last, endless?.from ?? Infinity)) + 1 }
}

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
