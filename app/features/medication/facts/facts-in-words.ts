import { careDateOf, type WallMinute } from '../schedule/care-date'
import { readDoseKey } from '../schedule/keys'
import { usualMinutes } from '../schedule/timetable'
import { dateInWords, isNamedSlot, slotTitle } from '../wording'
import type { NewFacts } from './fact-schema'

type Kind = NonNullable<NewFacts['answers']>[number]['kind']
const said: Record<Kind, string> = {
  taken: '먹었어요',
  declined: '안 먹었어요',
  unknown: '기억이 안 나요',
  cleared: '답 지우기',
  extra: '또 먹었어요',
}

/**
 * What one act was about and on which day, in a line each: whoever is asked whether its day is right has to see
 * the day. Empty for what is of no day.
 */
export function factsInWords(facts: NewFacts): string[] {
  const { answers = [], intakes = [], courses = [], courseVersions = [], packs = [] } = facts
  const { stockCounts = [], pauses = [], pauseEnds = [] } = facts
  const entered = new Map(courses.map(({ id, label }) => [id, label]))
  const lines = [
    ...answers.map(({ doseKey, kind }) => {
      const { day, slotId } = readDoseKey(doseKey)
      const title = slotTitle(slotId, isNamedSlot(slotId) ? usualMinutes[slotId] : null)
      return `${dateInWords(day)} ${title}: ${said[kind]}`
    }),
    ...intakes.map(({ takenWall }) => `${dateOf(takenWall)} 필요할 때 먹는 약: 먹었어요`),
    ...courseVersions.map(({ courseId, fromOn }) => {
      const name = entered.get(courseId)
      return `${dateInWords(fromOn)}부터: ${name === undefined ? '약 고치기' : `${name} 넣기`}`
    }),
    ...packs
      .filter(({ courseId }) => !entered.has(courseId))
      .map(({ firstOn }) => `${dateInWords(firstOn)}부터: 새 약 받았어요`),
    ...stockCounts.map(({ countedWall }) => `${dateOf(countedWall)}: 남은 약 세기`),
    ...pauses.map(({ fromWall }) => `${dateOf(fromWall)}부터: 약 쉬기`),
    ...pauseEnds.map(({ toWall }) => `${dateOf(toWall)}부터: 다시 시작`),
  ]
  return [...new Set(lines)]
}

const dateOf = (wall: WallMinute) => dateInWords(careDateOf(wall))
