import { isoDate, type EpochDay } from '../schedule/care-date'
import type { SlotId } from '../schedule/facts'

/** The id of a dose card in a page, and the fragment that leads to it: `dose-2026-11-28-morning`. */
export const doseAnchor = (day: EpochDay, slotId: SlotId): string =>
  `dose-${isoDate(day)}-${slotId}`
