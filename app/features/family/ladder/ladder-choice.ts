import {
  afterChoices,
  type AfterMinutes,
  type QuietHours,
} from '~/features/reminders/ladder/ladder'

/** What a senior agrees to: whom to tell of which silence, and when. Minutes are those of the day in Korea. */
export interface LadderChoice extends QuietHours {
  afterMinutes: AfterMinutes
  courseIds: string[]
  /** The first is told first. */
  linkIds: string[]
}

/** Of the words under which a senior agrees (`ladder-words.tsx`): another version with every change of them. */
export const ladderTextVersion = '2026-11-28'

/** At night nobody is woken, while nothing else is chosen. No medicine and no relative is chosen for anybody. */
export const usualHours = { afterMinutes: 60 as AfterMinutes, quietFrom: 22 * 60, quietTo: 7 * 60 }

export interface LadderErrors {
  course?: string
  first?: string
  next?: string
  quietFrom?: string
  quietTo?: string
}

/** As the form has it: what is missing is empty. */
export interface TypedChoice {
  courseIds: string[]
  after: string
  first: string
  next: string
  quietFrom: string
  quietTo: string
}

export type ReadChoice = { choice: LadderChoice } | { errors: LadderErrors; typed: TypedChoice }

export const nobodyNext = 'nobody'

/** @param known what the form offers: whatever else it says is not taken */
export function readChoice(
  form: FormData,
  known: { courseIds: readonly string[]; linkIds: readonly string[] },
): ReadChoice {
  const text = (name: string) => {
    const value = form.get(name)
    return typeof value === 'string' ? value : ''
  }
  const typed: TypedChoice = {
    courseIds: form
      .getAll('course')
      .filter((id) => known.courseIds.includes(String(id)))
      .map(String),
    after: text('after'),
    first: text('first'),
    next: text('next'),
    quietFrom: text('quietFrom'),
    quietTo: text('quietTo'),
  }
  const linkIds = [...new Set([typed.first, typed.next])].filter((id) => known.linkIds.includes(id))
  const [quietFrom, quietTo] = [minuteOf(typed.quietFrom), minuteOf(typed.quietTo)]
  const errors: LadderErrors = {
    ...(typed.courseIds.length === 0 && { course: '약을 안 고르셨어요. 하나라도 골라 주세요.' }),
    ...(!known.linkIds.includes(typed.first) && {
      first: '알릴 분을 안 고르셨어요. 한 분을 골라 주세요.',
    }),
    ...(!['', nobodyNext, ...known.linkIds].includes(typed.next) && {
      next: '다음으로 알릴 분과 연결이 끝났어요. 지금 있는 분에서 다시 골라 주세요.',
    }),
    ...(quietFrom === null && { quietFrom: noTime }),
    ...(quietTo === null && { quietTo: noTime }),
  }
  if (quietFrom === null || quietTo === null || Object.keys(errors).length > 0)
    return { errors, typed }
  const afterMinutes =
    afterChoices.find((minutes) => String(minutes) === typed.after) ?? usualHours.afterMinutes
  return { choice: { afterMinutes, quietFrom, quietTo, courseIds: typed.courseIds, linkIds } }
}

const noTime = '시각이 비었어요. 시각을 골라 주세요.'

/** `HH:MM`; some browsers send the seconds along. */
function minuteOf(typed: string): number | null {
  const [, hour, minute] = /^([01]\d|2[0-3]):([0-5]\d)/.exec(typed) ?? []
  return hour === undefined ? null : Number(hour) * 60 + Number(minute)
}

export const timeOf = (minute: number): string =>
  [Math.floor(minute / 60), minute % 60].map((part) => String(part).padStart(2, '0')).join(':')

export const typedOf = (choice: LadderChoice): TypedChoice => ({
  courseIds: choice.courseIds,
  after: String(choice.afterMinutes),
  first: choice.linkIds[0] ?? '',
  next: choice.linkIds[1] ?? nobodyNext,
  quietFrom: timeOf(choice.quietFrom),
  quietTo: timeOf(choice.quietTo),
})

export const nothingTyped: TypedChoice = {
  courseIds: [],
  after: String(usualHours.afterMinutes),
  first: '',
  next: nobodyNext,
  quietFrom: timeOf(usualHours.quietFrom),
  quietTo: timeOf(usualHours.quietTo),
}
