import { careDateBegins, wallMinute } from '../schedule/care-date'
import { noFacts, type Facts, type NamedSlot } from '../schedule/facts'
import { momentOf, type Moment } from '../schedule/moment'
import { namedSlots } from '../wording'

/** Of a course that nobody has: it leaves no trace, so it may be the same for everybody. */
export const practiceCourseId = '00000000-0000-4000-8000-000000000000'
/** The last minute of the care date that still is morning, noon and evening. */
const lastMinutes = [659, 959, 1259, Infinity]
const dueAgoMin = 5

/** 연습 약봉지: a made-up pouch that is due now, among the facts of nobody. */
export function practiceMedicine(instant: number): { facts: Facts; now: Moment } {
  const nobody = noFacts('')
  const now = momentOf(nobody, instant)
  const ofDay = now.wall - wallMinute(now.day, 0)
  const slotId: NamedSlot = namedSlots[lastMinutes.findIndex((last) => ofDay <= last)] ?? 'morning'
  const fact = { by: '', deviceId: '', at: instant, receivedAt: null }
  const version = { ...fact, baseId: null, fromOn: now.day }
  const limits = { minGapMin: null, max24h: null, amount: null }
  const said = { lastOn: now.day, meal: null, instruction: null, ...limits }
  const facts: Facts = {
    ...nobody,
    courses: [
      {
        ...fact,
        id: practiceCourseId,
        kind: 'pouch',
        label: '연습 약봉지',
        trackedFrom: 0,
        endsWithPack: false,
      },
    ],
    courseVersions: [
      {
        ...version,
        ...said,
        id: 'practice version',
        courseId: practiceCourseId,
        rule: { kind: 'daily' },
        slots: [{ slotId, amount: 1000 }],
        unit: '포',
        label: null,
      },
    ],
    slotHours: [
      {
        ...version,
        id: 'practice hour',
        slotId,
        minute: Math.max(careDateBegins, ofDay - dueAgoMin),
      },
    ],
  }
  return { facts, now }
}
