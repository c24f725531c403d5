import { minutesPerDay, msPerMinute, type Instant } from '~/features/medication/schedule/care-date'
import type { Occasion } from '../planning/occasion'

/** A senior's phone found a message dangerous, and this person may know. */
export interface FamilyAlert {
  id: string
  toldAt: Instant
}

/** A call is worth making the next morning too. */
const lastsMs = 12 * 60 * msPerMinute

/** On a locked screen: names nobody, and says nothing of what it was. */
const words = { title: '가족이 의심 문자를 확인했어요', body: '전화해 보시겠어요?' }

/** Once for each, to all phones of the person. */
export const alertOccasions = (alerts: readonly FamilyAlert[]): Occasion[] =>
  alerts.map(({ id, toldAt }) => ({
    about: { kind: 'family' },
    key: `${Math.floor(toldAt / (minutesPerDay * msPerMinute))}|family|${id}`,
    firstStep: 0,
    times: [toldAt],
    lastsMs,
    ...words,
    plainBody: words.body,
  }))
