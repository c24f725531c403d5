import { groupsOf } from '~/features/medication/dose-card/dose-groups'
import { doseTitle } from '~/features/medication/history/day-lines'
import { stateSentence, whenInWords } from '~/features/medication/history/state-words'
import type { EpochDay, Instant } from '~/features/medication/schedule/care-date'
import type { ShownDose } from '~/features/medication/schedule/dose-state'
import { familyStateOf, type FamilyState } from '~/features/medication/schedule/family-state'
import type { Facts } from '~/features/medication/schedule/facts'
import type { Moment } from '~/features/medication/schedule/moment'
import { wallIn } from '~/features/medication/schedule/wall-time'
import { slotTitle } from '~/features/medication/wording'

/** One line of a senior's day as the family reads it. */
export interface FamilyLine {
  /** `아침 약`; with the medicine's own name where those of one time differ. */
  title: string
  state: FamilyState['state']
  sentence: string
}

/** A day's doses in the order of time, each in one of the states a relative may read. */
export function familyDay(facts: Facts, now: Moment, day: EpochDay = now.day): FamilyLine[] {
  return groupsOf(facts, day, day + 1, now).flatMap(({ doses, slotId, minute }) => {
    const lines = doses.map((dose) => lineOf(dose, facts, now))
    const [first] = lines
    const alike = lines.every(({ sentence }) => sentence === first?.sentence)
    return alike && first ? [{ ...first, title: slotTitle(slotId, minute) }] : lines
  })
}

function lineOf(shown: ShownDose, facts: Facts, now: Moment): FamilyLine {
  const family = familyStateOf(shown, facts, now)
  return {
    title: doseTitle(shown, facts),
    state: family.state,
    sentence: sentenceOf(family, shown, now),
  }
}

function sentenceOf(family: FamilyState, shown: ShownDose, now: Moment): string {
  if (family.state === 'not_yet')
    return (shown.dose?.wall ?? 0) > now.wall ? '아직 시간 전이에요.' : '지금이 약 시간이에요.'
  if (family.state === 'no_answer') return '답이 없어요. 전화해 보시겠어요?'
  if (family.state === 'not_reached') return outOfReach(family.lastReachedAt, now)
  return stateSentence(family.state, shown.day, shown.record?.heads[0]?.takenWall ?? null)
}

function outOfReach(last: Instant | null, now: Moment): string {
  if (last === null) return '확인이 안 돼요. 휴대폰과 아직 이어지지 않았어요.'
  const when = whenInWords(wallIn(now.zone, last), now.day)
  return `확인이 안 돼요. 마지막 확인은 ${when}${when.endsWith('분') ? '이에요' : '예요'}.`
}
