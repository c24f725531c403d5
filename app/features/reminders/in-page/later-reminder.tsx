import { lazy, Suspense, useEffect, useState } from 'react'

const InPageReminder = lazy(() => import('./in-page-reminder'))

/** After the page itself has everything it needs. */
const laterMs = 2_500

/** The part of a page that reminds, fetched when the page stands. */
export function LaterReminder({ place }: { place: 'above' | 'below' }) {
  const [isDue, setDue] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setDue(true), laterMs)
    return () => clearTimeout(timer)
  }, [])
  return isDue ? (
    <Suspense fallback={null}>
      <InPageReminder place={place} />
    </Suspense>
  ) : null
}
