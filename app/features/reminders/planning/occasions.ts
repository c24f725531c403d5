import { labelOf } from '~/features/medication/courses/course-label'
import { groupsOf } from '~/features/medication/dose-card/dose-groups'
import {
  isoDate,
  minutesPerDay,
  msPerMinute,
  type Instant,
} from '~/features/medication/schedule/care-date'
import { dueDoses } from '~/features/medication/schedule/due-doses'
import type { Facts } from '~/features/medication/schedule/facts'
import { zoneOn, type Moment } from '~/features/medication/schedule/moment'
import { endOf } from '~/features/medication/schedule/pauses'
import { withoutRetracted } from '~/features/medication/schedule/retraction'
import { instantOf } from '~/features/medication/schedule/wall-time'
import { alertOccasions } from '../family-alerts/alert-occasions'
import { leastRepeats } from '../ladder/least-repeats'
import { doseKeyOf, dueTimes, type DueTime, type Occasion } from './occasion'
import { remindsOfDoses, type Reminded } from './reminded'
import { cardWords, doseWords, testWords } from './reminder-words'

/** Whoever is reminded of nothing soon is looked at again after a week. */
const daysAhead = 7

/** What a person is to be reminded of: doses that wait for an answer or soon will, the card, a test, an alert. */
export const occasionsOf = (reminded: Reminded, now: Moment): Occasion[] => [
  ...testOccasions(reminded),
  ...alertOccasions(reminded.familyAlerts),
  ...(remindsOfDoses(reminded) ? doseOccasions(reminded, now) : []),
  ...cardOccasions(reminded, now),
]

function doseOccasions({ facts, settings, ladder }: Reminded, now: Moment): Occasion[] {
  return groupsOf(facts, now.day - 1, now.day + 2, now).flatMap((group): Occasion[] => {
    const waiting = group.doses.filter(({ state }) => state === 'due' || state === 'upcoming')
    return ringingTogether(dueTimes(facts, group, waiting), now).map(
      ({ first, firstStep, doses }) => {
        const repeats = Math.max(settings.repeats, leastRepeats(ladder, doses))
        const names = doses.map(({ courseId }) => labelOf(facts, courseId))
        return {
          about: { kind: 'dose', day: isoDate(group.day), slot: group.slotId },
          key: doseKeyOf(group),
          firstStep,
          times: Array.from(
            { length: repeats + 1 },
            (_, step) => first + step * settings.everyMinutes * msPerMinute,
          ),
          ...doseWords(group, settings.namesMedicines ? names : []),
        }
      },
    )
  })
}

/** What was put off apart joins the others once its time has come: nobody's phone rings twice for one time of day. */
function ringingTogether(times: readonly DueTime[], { instant }: Moment): DueTime[] {
  const reached = times.filter(({ first }) => first <= instant)
  const last = reached.at(-1)
  const ahead = times.slice(reached.length)
  return last ? [{ ...last, doses: reached.flatMap(({ doses }) => doses) }, ...ahead] : ahead
}

/** The first dose after those that `occasionsOf` looks at; null where there is nothing to wait for. */
export function laterDose(facts: Facts, now: Moment): Instant | null {
  if (facts.courses.length === 0) return null
  const later = dueDoses(facts, now.day + 2, now.day + 2 + daysAhead).find(({ paused }) => !paused)
  return later
    ? instantOf(later.wall, zoneOn(facts, later.day))
    : now.instant + daysAhead * minutesPerDay * msPerMinute
}

/** Today's hour and tomorrow's; none on a day whose card is done, and none in hospital. */
function cardOccasions({ settings, cardDays, facts }: Reminded, now: Moment): Occasion[] {
  const { cardAt } = settings
  if (cardAt === null) return []
  const [hour = 0, minute = 0] = cardAt.split(':').map(Number)
  const today = Math.floor(now.wall / minutesPerDay)
  return [today, today + 1].flatMap((day): Occasion[] => {
    const wall = day * minutesPerDay + hour * 60 + minute
    if (cardDays.includes(isoDate(day)) || (wall <= now.wall && isAllPaused(facts, now))) return []
    const times = [instantOf(wall, now.zone)]
    return [{ about: { kind: 'card' }, key: `${day}|card`, firstStep: 0, times, ...cardWords }]
  })
}

const isAllPaused = (facts: Facts, { wall }: Moment): boolean =>
  withoutRetracted(facts, facts.pauses).some(
    (pause) => pause.courseId === null && pause.fromWall <= wall && wall < endOf(pause, facts),
  )

const testOccasions = ({ testAt }: Reminded): Occasion[] =>
  testAt === null
    ? []
    : [
        {
          about: { kind: 'test' },
          key: `${Math.floor(testAt / (minutesPerDay * msPerMinute))}|test|${testAt}`,
          firstStep: 0,
          times: [testAt],
          ...testWords,
        },
      ]
