import { answerHealthConsent } from '~/features/medication/consent/answer-health-consent.server'
import type { NewFacts } from '~/features/medication/facts/fact-schema'
import { recordFacts } from '~/features/medication/facts/record-facts.server'
import {
  careDateBegins,
  msPerMinute,
  wallMinute,
  type EpochDay,
  type WallMinute,
} from '~/features/medication/schedule/care-date'
import type { NamedSlot } from '~/features/medication/schedule/facts'
import { careDateOfKey, doseKey } from '~/features/medication/schedule/keys'
import { momentOf, type Moment } from '~/features/medication/schedule/moment'
import { usualMinutes } from '~/features/medication/schedule/timetable'
import type { Tx } from '~/platform/database/database.server'
import { demoIdOf } from './demo-people'

const offsetMin = 540
const packDays = 30
/** Minute of the day: 21:30. */
const answeredAt = 1290
/** Every so many doses something else was said, or nothing. */
const saidOtherwise = { declined: 17, unknown: 29, nothing: 23 }

/** Medicines of somebody who has written theirs down for some weeks; a pouch is due as the trial begins. */
export async function seedDemoMedicines(
  tx: Tx,
  personId: string,
  days: number,
  now: Date,
): Promise<void> {
  const id = (name: string) => demoIdOf(personId, name)
  const moment = momentOf({ zones: [] }, now.getTime())
  const first = moment.day - days
  const { answers = [], intakes = [], ...schedule } = medicines(id, moment, first)
  const meta = { commandId: id('medicines'), receivedAt: now, skewMs: 0 }
  const record = async (facts: NewFacts, wall: WallMinute) => {
    const occurredAt = new Date((wall - offsetMin) * msPerMinute)
    const at = { occurredAt, shownAt: occurredAt }
    const { status } = await recordFacts(tx, personId, facts, { ...meta, ...at })
    if (status !== 'accepted') throw new Error('the demo medicines were refused')
  }
  await answerHealthConsent(tx, personId, { given: true, textVersion: 'demo' }, meta)
  await record(schedule, wallMinute(first, careDateBegins))
  // Each in the evening of its day: what is not known counts as taken when it was answered.
  for (let day = first; day < moment.day; day++) {
    const ofDay = answers.filter(({ doseKey }) => careDateOfKey(doseKey) === day)
    if (ofDay.length > 0) await record({ answers: ofDay }, wallMinute(day, answeredAt))
  }
  for (const intake of intakes) await record({ intakes: [intake] }, intake.takenWall)
}

function medicines(id: (name: string) => string, now: Moment, first: EpochDay): NewFacts {
  const dueNow = slotAt(now.wall - wallMinute(now.day, 0))
  const slots = [...new Set<NamedSlot>(['morning', 'evening', dueNow])]
  const minutes = { ...usualMinutes, [dueNow]: dueMinute(now) }
  const begins = wallMinute(first, careDateBegins)
  const course = { trackedFrom: begins, endsWithPack: false }
  const version = {
    baseId: null,
    fromOn: first,
    lastOn: null,
    label: null,
    instruction: null,
    minGapMin: null,
    max24h: null,
    amount: null,
  }
  const daily = { kind: 'daily' as const }
  const [pouch, single, headache] = [id('pouch'), id('single'), id('headache')]
  return {
    courses: [
      { ...course, id: pouch, kind: 'pouch', label: '약봉지' },
      { ...course, id: single, kind: 'single', label: '오메가3' },
      { ...course, id: headache, kind: 'as_needed', label: '두통약' },
    ],
    courseVersions: [
      {
        ...version,
        id: id('pouch version'),
        courseId: pouch,
        rule: daily,
        slots: slots.map((slotId) => ({ slotId, amount: 1000 })),
        meal: 'after',
        unit: '포',
        instruction: '식사하고 30분 뒤에 드세요.',
      },
      {
        ...version,
        id: id('single version'),
        courseId: single,
        rule: { kind: 'weekdays', mask: 0b0010101 },
        slots: [{ slotId: 'evening', amount: 1000 }],
        meal: null,
        unit: '알',
      },
      {
        ...version,
        id: id('headache version'),
        courseId: headache,
        rule: daily,
        slots: [],
        meal: null,
        minGapMin: 240,
        max24h: 4,
        amount: 1000,
        unit: '알',
        instruction: '머리가 아플 때 한 알 드세요.',
      },
    ],
    slotHours: [
      { id: id('hour'), baseId: null, fromOn: first, slotId: dueNow, minute: minutes[dueNow] },
    ],
    packs: Array.from({ length: Math.ceil((now.day - first + 1) / packDays) }, (_, at) => ({
      id: id(`pack ${at}`),
      courseId: pouch,
      firstOn: first + at * packDays,
      firstSlot: 'morning' as const,
      days: packDays,
      amount: null,
    })),
    answers: answersOf(id, pouch, slots, minutes, first, now),
    intakes: [3, 11, 20].map((ago) => ({
      id: id(`intake ${ago}`),
      courseId: headache,
      takenWall: wallMinute(now.day - ago, 900),
      offsetMin,
      amount: 1000,
    })),
  }
}

function answersOf(
  id: (name: string) => string,
  courseId: string,
  slots: readonly NamedSlot[],
  minutes: Record<NamedSlot, number>,
  first: EpochDay,
  now: Moment,
): NonNullable<NewFacts['answers']> {
  const answers: NonNullable<NewFacts['answers']> = []
  let count = 0
  for (let day = first; day < now.day; day++)
    for (const slotId of slots) {
      count += 1
      if (count % saidOtherwise.nothing === 0) continue
      const kind =
        count % saidOtherwise.unknown === 0
          ? 'unknown'
          : count % saidOtherwise.declined === 0
            ? 'declined'
            : 'taken'
      answers.push({
        id: id(`answer ${day} ${slotId}`),
        doseKey: doseKey(courseId, day, slotId),
        kind,
        takenWall: kind === 'taken' ? wallMinute(day, minutes[slotId] + ((count * 7) % 25)) : null,
        offsetMin,
        replaces: [],
        guardPassed: false,
      })
    }
  return answers
}

/** The time of day somebody lives in at a minute of the care date. */
function slotAt(minute: number): NamedSlot {
  if (minute < 660) return 'morning'
  if (minute < 960) return 'noon'
  return minute < 1260 ? 'evening' : 'bedtime'
}

/** A few minutes ago, within the care date. */
const dueMinute = (now: Moment): number =>
  Math.max(careDateBegins, now.wall - wallMinute(now.day, 0) - 5)
