import * as z from 'zod/mini'
import { slotId } from '~/features/medication/facts/fact-schema'

/** `stop_ladder` 「알리지 마세요」: the family is told nothing of this group. `day` is the care date, `YYYY-MM-DD`. */
export const stopLadderSchema = z.object({ day: z.iso.date(), slot: slotId })
export type StopLadder = z.infer<typeof stopLadderSchema>
