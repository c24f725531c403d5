import * as z from 'zod/mini'
import type { KeptShape } from '~/offline/store/kept-shape'
import type { Instant } from '../schedule/care-date'

/** What this phone's calendar was given. Instants are ms since 1970. */
export interface CalendarExport {
  /** When it was last given something. */
  at: Instant
  /** Every alarm of that file, in order. */
  alarms: Instant[]
  /** The last of them for each slot. */
  ends: Record<string, Instant>
  /** What its entries are named by, from the first file on; not yet in what an older version of the app kept. */
  root?: string
  /** Alarms of files before it that were not in it any more; until the person says that they are deleted. */
  leftovers: Instant[]
}

/** It belongs to the phone: another phone has another calendar. Never sent. */
export const keptExport: KeptShape<CalendarExport> = {
  name: 'calendar-export',
  v: 1,
  schema: z.object({
    at: z.number(),
    alarms: z.array(z.number()),
    ends: z.record(z.string(), z.number()),
    leftovers: z.array(z.number()),
    root: z.optional(z.string()),
  }),
}
