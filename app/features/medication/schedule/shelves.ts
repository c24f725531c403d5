import { startOfCareDate, wallMinute, type EpochDay, type WallMinute } from './care-date'
import { rulingOn } from './chain'
import type { Pack, SlotAmount, SlotId } from './schedule-facts'
import { minuteOn, type CourseTimetable } from './timetable'

/** An amount that gets less with every dose. */
export interface Stock {
  left: number
  /** The date whose dose left too little for another one; null while there is enough. */
  outOn: EpochDay | null
}

/** What lies together, as little and as much as it may be. */
export interface Shelf {
  /** Null: what all slots of the course share. */
  slotId: SlotId | null
  least: Stock
  most: Stock
}

/** How many doses were used: both the same when it is certain. */
export interface Uses {
  least: number
  most: number
}

/**
 * The stock of one course while its doses are walked through in order. Pouches lie apart for each slot; single
 * medicines are one box. A slot that came later takes over what a slot left that is no longer taken.
 */
export class Shelves {
  readonly all: Shelf[] = []
  private readonly ofSlots = new Map<SlotId, Shelf>()

  constructor(private readonly timetable: CourseTimetable) {}

  /** Undefined when nothing was ever handed out or counted for this slot. */
  find(slotId: SlotId, day: EpochDay): Shelf | undefined {
    if (this.timetable.course.kind !== 'pouch') return this.all[0]
    const own = this.ofSlots.get(slotId)
    if (own) return own
    const current = slotsOn(this.timetable, day).map((slot) => slot.slotId)
    const taken = new Set(current.map((slot) => this.ofSlots.get(slot)))
    const left = this.all.find((shelf) => !taken.has(shelf))
    if (left) this.ofSlots.set(slotId, left)
    return left
  }

  receive(pack: Pack): void {
    const slots = slotsOn(this.timetable, pack.firstOn)
    if (this.timetable.course.kind === 'pouch') {
      for (const { slotId, amount } of slots) {
        add(this.findOrPut(slotId, pack.firstOn), (pack.days ?? 0) * amount)
      }
    } else {
      const perDay = slots.reduce((sum, { amount }) => sum + amount, 0)
      add(this.findOrPut(null, pack.firstOn), pack.amount ?? (pack.days ?? 0) * perDay)
    }
  }

  count(slotId: SlotId | null, left: number, on: EpochDay): void {
    const shelf = this.findOrPut(slotId, on)
    const outOn = left > 0 ? null : on
    shelf.least = { left, outOn }
    shelf.most = { left, outOn }
  }

  private findOrPut(slotId: SlotId | null, day: EpochDay): Shelf {
    const own = this.timetable.course.kind === 'pouch' ? slotId : null
    const known = own === null ? this.all[0] : this.find(own, day)
    if (known) return known
    const shelf: Shelf = { slotId: own, least: emptyStock(), most: emptyStock() }
    this.all.push(shelf)
    if (own !== null) this.ofSlots.set(own, shelf)
    return shelf
  }
}

/**
 * Takes doses of `amount` off a stock. What is `proven`, because somebody took it, was there whatever had
 * been counted; otherwise only what is there is used.
 */
export function draw(stock: Stock, amount: number, doses: number, proven: boolean, on: EpochDay) {
  if (doses === 0) return
  if (proven || stock.left >= amount) {
    stock.left = Math.max(0, stock.left - doses * amount)
    stock.outOn = stock.left < amount ? on : null
  } else {
    stock.outOn ??= on
  }
}

const emptyStock = (): Stock => ({ left: 0, outOn: null })

function add(shelf: Shelf, amount: number): void {
  for (const stock of [shelf.least, shelf.most]) {
    stock.left += amount
    if (stock.left > 0) stock.outOn = null
  }
}

/** When a pack is begun. */
export function packBegins({ hours }: CourseTimetable, pack: Pack): WallMinute {
  const minute = minuteOn(hours, pack.firstSlot, pack.firstOn)
  return minute === null ? startOfCareDate(pack.firstOn) : wallMinute(pack.firstOn, minute)
}

/** The slots of the version that rules a date, or of the first one when the date lies before it. */
const slotsOn = ({ rulings }: CourseTimetable, day: EpochDay): readonly SlotAmount[] =>
  (rulingOn(rulings, day) ?? rulings[0]?.version)?.slots ?? []
