import { Card } from '~/ui/card'
import type { Course, CourseVersion } from '../schedule/facts'
import { amountInWords, dateInWords } from '../wording'
import { amountsInWords, gapInWords, mealWords, whenInWords } from './course-words'
import type { Medication } from '../use-medication'

interface CourseSummaryProps {
  course: Course
  version: CourseVersion
  medication: Medication
}

/** What a medicine is, in words. */
export function CourseSummary({ course, version, medication }: CourseSummaryProps) {
  const { facts, now } = medication
  const day = Math.max(now.day, version.fromOn)
  const rows: [name: string, words: string][] = [['언제', whenInWords(facts, course, version, day)]]
  if (version.slots.length > 0) rows.push(['한 번에', amountsInWords(facts, version, day)])
  if (version.amount !== null) rows.push(['한 번에', amountInWords(version.amount, version.unit)])
  if (version.meal) rows.push(['식사', mealWords[version.meal]])
  if (version.minGapMin) rows.push(['사이', `적어도 ${gapInWords(version.minGapMin)}`])
  if (version.max24h) rows.push(['하루에', `많아야 ${version.max24h}번`])
  if (version.fromOn > now.day && (version.lastOn ?? Infinity) >= version.fromOn)
    rows.push([version.baseId ? '바뀌는 날' : '시작', `${dateInWords(version.fromOn)}부터`])
  if (version.lastOn !== null) rows.push(['끝', `${dateInWords(version.lastOn)}까지`])
  return (
    <Card as="div">
      <dl className="grid gap-3">
        {rows.map(([name, words]) => (
          <div key={name}>
            <dt className="text-caption text-soft">{name}</dt>
            <dd className="text-body font-bold">{words}</dd>
          </div>
        ))}
        {version.instruction ? (
          <div>
            <dt className="text-caption text-soft">적어 둔 말</dt>
            <dd className="whitespace-pre-line text-body" data-name>
              {version.instruction}
            </dd>
          </div>
        ) : null}
      </dl>
    </Card>
  )
}
