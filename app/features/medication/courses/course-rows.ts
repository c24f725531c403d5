import type { Course, CourseVersion, Facts } from '../schedule/facts'
import type { Moment } from '../schedule/moment'
import { amountInWords, dateInWords } from '../wording'
import { amountsInWords, gapInWords, mealWords, whenInWords } from './course-words'

/** What a version says of its medicine: each a short name and words, as far as there is something to say. */
export function courseRows(
  facts: Facts,
  course: Course,
  version: CourseVersion,
  now: Moment,
): [name: string, words: string][] {
  const day = Math.max(now.day, version.fromOn)
  const rows: [name: string, words: string][] = [['언제', whenInWords(facts, course, version, day)]]
  if (version.slots.length > 0) rows.push(['한 번에', amountsInWords(facts, version, day)])
  if (version.amount !== null) rows.push(['한 번에', amountInWords(version.amount, version.unit)])
  if (version.meal) rows.push(['식사', mealWords[version.meal]])
  if (version.minGapMin) rows.push(['간격', `적어도 ${gapInWords(version.minGapMin)}`])
  if (version.max24h) rows.push(['하루에', `많아야 ${version.max24h}번`])
  if (version.fromOn > now.day && (version.lastOn ?? Infinity) >= version.fromOn)
    rows.push([version.baseId ? '바뀌는 날' : '시작', `${dateInWords(version.fromOn)}부터`])
  if (version.lastOn !== null) rows.push(['끝', `${dateInWords(version.lastOn)}까지`])
  return rows
}
