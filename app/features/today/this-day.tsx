import { lazy, Suspense, useDeferredValue, useMemo } from 'react'
import { useWaiting } from '~/commands/use-waiting'
import { useLearning } from '~/features/cards/use-learning'
import { undecidedCourses } from '~/features/medication/facts/undecided-courses'
import { PageHead } from '~/ui/page-head'
import { DayHead } from './day-head'
import { fetchDayWithMedicines, type TodayPage } from './load-kept-today'
import { RestOfDay } from './rest-of-day'

const DayWithMedicines = lazy(fetchDayWithMedicines)

/** 오늘. The rules and words of medicines are fetched for whoever has any. */
export function ThisDay({ page }: { page: TodayPage }) {
  const { sent, waiting, refused } = useWaiting()
  const hasMedicines =
    page.medication.facts.courses.length > 0 ||
    [...sent, ...waiting].some(({ type }) => type === 'record_facts') ||
    undecidedCourses(refused).length > 0
  // The same element as before while only deeds change: what the server wrote stands until the part has come.
  return useMemo(
    () =>
      hasMedicines ? (
        <Suspense fallback={<PageHead title="오늘" />}>
          <DayWithMedicines page={page} />
        </Suspense>
      ) : (
        <DayWithoutMedicines page={page} />
      ),
    [hasMedicines, page],
  )
}

function DayWithoutMedicines({ page }: { page: TodayPage }) {
  // What the server wrote of the family must not be drawn over before the part for it has come.
  const learning = useDeferredValue(useLearning(page))
  return (
    <div className="grid gap-4">
      <DayHead hour={page.hour} name={learning.name} />
      <RestOfDay page={page} learning={learning} />
    </div>
  )
}
