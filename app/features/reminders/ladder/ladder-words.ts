import type { DoseGroup } from '~/features/medication/dose-card/dose-groups'
import { whenInWords } from '~/features/medication/history/state-words'
import type { FamilyState } from '~/features/medication/schedule/family-state'
import type { Moment } from '~/features/medication/schedule/moment'
import { wallIn } from '~/features/medication/schedule/wall-time'
import { slotTitle, timeInWords } from '~/features/medication/wording'
import type { ReminderWords } from '../planning/reminder-words'

type OfGroup = Pick<DoseGroup, 'slotId' | 'minute'>

/** `오전 8시 약`; of a group whose time is not known any more its name. */
export const timeOfGroup = ({ slotId, minute }: OfGroup): string =>
  minute === null ? slotTitle(slotId, minute) : `${timeInWords(minute)} 약`

const politely: Record<string, string> = { 딸: '따님', 아들: '아드님', 배우자: '배우자분' }

/** How a senior is spoken to of a relative, by the relation they chose: no name stands on a locked screen. */
export const relativeInWords = (relation: string): string => politely[relation] ?? '가족분'

/** Whom a relative is told of, by the relation the senior chose for them. */
export const seniorInWords = (relation: string): string =>
  relation === '딸' || relation === '아들' ? '부모님' : '가족'

export function warningWords(group: OfGroup, relation: string): ReminderWords {
  const body = `${timeOfGroup(group)}에 아직 답이 없어요.`
  return { title: `30분 뒤 ${relativeInWords(relation)}께 알릴게요`, body, plainBody: body }
}

/** What a relative is told: whether the senior says nothing, or cannot be asked. Never that something was missed. */
export function callWords(
  { group, state, relation }: { group: OfGroup; state: FamilyState; relation: string },
  now: Moment,
): ReminderWords {
  const [time, who] = [timeOfGroup(group), seniorInWords(relation)]
  const words =
    state.state === 'not_reached'
      ? {
          title: '휴대폰과 연결이 안 돼 확인이 안 돼요',
          body: `${who}의 ${time}이에요. ${lastReached(state.lastReachedAt, now)}`,
        }
      : { title: `${time}, 아직 답이 없어요`, body: `${who}께 전화해 보시겠어요?` }
  return { ...words, plainBody: words.body }
}

/** `마지막 확인은 오전 7시예요.` */
export function lastReached(at: number | null, now: Moment): string {
  if (at === null) return '휴대폰과 아직 이어지지 않았어요.'
  const when = whenInWords(wallIn(now.zone, at), now.day)
  return `마지막 확인은 ${when}${when.endsWith('분') ? '이에요' : '예요'}.`
}
