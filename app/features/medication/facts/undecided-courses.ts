import type { Waiting } from '~/commands/use-waiting'
import type { WaitingDeed } from '~/commands/list-deeds'

/** The person's word is wanted on the day, not on the medicine. */
const clockReasons: readonly string[] = ['clock_wrong', 'not_yet']

/**
 * Medicines that were not taken since the clock was wrong as they were written down, with what hangs on them: they stay
 * to be seen and answered beside the question about their day, until it is decided.
 */
export const undecidedCourses = (refused: Waiting['refused']): WaitingDeed[] =>
  refused
    .filter(({ reason, deed }) => clockReasons.includes(reason) && isCourse(deed))
    .flatMap(({ deeds }) => deeds)

const isCourse = (deed: WaitingDeed | null): boolean =>
  deed?.type === 'record_facts' && (deed.payload.courses?.length ?? 0) > 0
