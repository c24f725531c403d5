import { usualZone } from '~/features/medication/schedule/moment'
import { dateIn } from '~/platform/clock'

/** The day a family counts by, `YYYY-MM-DD`. */
export const familyDate = (at: Date | string) => dateIn(usualZone, new Date(at))
