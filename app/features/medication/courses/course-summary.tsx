import { Card } from '~/ui/card'
import type { Course, CourseVersion } from '../schedule/facts'
import type { Medication } from '../facts/use-medication'
import { dayInWords } from '../wording'
import { courseRows } from './course-rows'
import { nextDayOf } from './next-day'

interface CourseSummaryProps {
  course: Course
  version: CourseVersion
  medication: Medication
}

/** What a medicine is, in words. */
export function CourseSummary({ course, version, medication }: CourseSummaryProps) {
  const { facts, now } = medication
  const nextDay = nextDayOf(facts, course.id, now)
  const rows = [
    ...courseRows(facts, course, version, now),
    ...(nextDay === null ? [] : [['다음 드시는 날', dayInWords(nextDay, now.day)] as const]),
  ]
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
