import type { SlotId } from '../schedule/facts'

/**
 * The id of a dose card in a page, and the fragment that leads to it: `dose-2026-11-28-morning`.
 * @param date the care date, `YYYY-MM-DD`
 */
export const doseAnchor = (date: string, slotId: SlotId): string => `dose-${date}-${slotId}`
