import type { Medication } from '../facts/use-medication'
import { CourseRow } from './course-row'
import { courseState, type CourseState } from './course-state'

const sections: readonly { state: CourseState; title: string }[] = [
  { state: 'running', title: '드시는 약' },
  { state: 'paused', title: '쉬는 약' },
  { state: 'ended', title: '끝난 약' },
]

/** All medicines by how they stand, the first written down first. */
export function CourseList({ medication }: { medication: Medication }) {
  const { facts, now } = medication
  const courses = [...facts.courses]
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map((course) => ({ course, state: courseState(facts, course.id, now) }))
  return sections.map(({ state, title }) => {
    const listed = courses.filter((one) => one.state === state)
    if (listed.length === 0) return null
    return (
      <section key={state} aria-labelledby={state} className="grid gap-3">
        <h2 id={state} className="text-h2 font-bold">
          {title}
        </h2>
        <ul className="grid gap-3">
          {listed.map(({ course }) => (
            <CourseRow key={course.id} course={course} state={state} medication={medication} />
          ))}
        </ul>
      </section>
    )
  })
}
