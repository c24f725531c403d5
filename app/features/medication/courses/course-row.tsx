import { Link } from '@remix-run/react'
import { Icon } from '~/ui/icon'
import { labelOf } from './course-label'
import type { Course } from '../schedule/facts'
import type { Medication } from '../facts/use-medication'
import { useEntryPlace } from '../forms/entry-place'
import type { CourseState } from './course-state'
import { newestVersion } from './course-versions'
import { whenInWords } from './course-words'
import { stockInWords } from '../stock/stock-words'

interface CourseRowProps {
  course: Course
  state: CourseState
  medication: Medication
}

/** One medicine of the list: what it is called, when it is taken, until when it lasts. */
export function CourseRow({ course, state, medication }: CourseRowProps) {
  const { facts, now } = medication
  const { pathOf, isOwn } = useEntryPlace()
  const version = newestVersion(facts, course.id)
  // Whoever helps does not see the answers and counts that it follows from.
  const stock = state === 'ended' || !isOwn ? null : stockInWords(facts, course.id, now)
  return (
    <li>
      <Link
        to={pathOf(`/courses/${course.id}`)}
        className="flex min-h-answer items-center gap-3 rounded-card border-edge border-line bg-card p-gutter active:bg-tint"
      >
        <span className="grow">
          <span className="block text-button font-bold" data-name>
            {labelOf(facts, course.id)}
          </span>
          {version ? (
            <span className="block text-body">
              {whenInWords(facts, course, version, Math.max(now.day, version.fromOn))}
            </span>
          ) : null}
          {stock ? <span className="block text-caption text-soft">{stock.title}</span> : null}
        </span>
        <Icon name="forward" />
      </Link>
    </li>
  )
}
