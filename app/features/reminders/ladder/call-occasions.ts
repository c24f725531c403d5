import type { Instant } from '~/features/medication/schedule/care-date'
import { familyStateOf } from '~/features/medication/schedule/family-state'
import { dayOfGroup } from '~/features/medication/schedule/keys'
import { momentOf } from '~/features/medication/schedule/moment'
import type { Occasion } from '../planning/occasion'
import { remindsOfDoses, type Reminded } from '../planning/reminded'
import { isQuiet } from './ladder'
import { callWords } from './ladder-words'
import { findSilence } from './waits'

/**
 * What a relative is told of now. Each is looked at anew by the senior's own facts, since minutes may lie between
 * the step and its push: nothing goes of a silence that is over, or of which the senior wants nobody told any more.
 */
export const callOccasions = ({ calls }: Reminded, now: Instant): Occasion[] =>
  calls.flatMap((call): Occasion[] => {
    const { senior, linkId, about, stepId, openedAt, relation } = call
    const { ladder, facts } = senior
    const isOff = !ladder || !remindsOfDoses(senior) || ladder.ended.includes(about)
    if (isOff || isQuiet(ladder, now)) return []
    if (!ladder.rungs.some((rung) => rung.linkId === linkId)) return []
    const moment = momentOf(facts, now)
    const courseIds = call.courseIds.filter((id) => ladder.courseIds.includes(id))
    const silence = findSilence(facts, { about, courseIds }, moment)
    const [dose] = silence?.doses ?? []
    if (!silence || !dose) return []
    const state = familyStateOf(dose, facts, moment)
    return [
      {
        about: { kind: 'ladder' },
        key: `${dayOfGroup(about)}|ladder|${stepId}`,
        firstStep: 0,
        times: [openedAt],
        ...callWords({ group: silence.group, state, relation }, moment),
      },
    ]
  })
