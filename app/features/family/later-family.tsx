import { lazy, Suspense, useEffect, useState } from 'react'

const TellFamily = lazy(() => import('./tell-family'))

/** After the page itself, and what rings on it, have everything they need. */
const laterMs = 3_000

/** What any page tells the server for the family's sake, whichever page it was that was opened. */
export function LaterFamily() {
  const [isDue, setDue] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setDue(true), laterMs)
    return () => clearTimeout(timer)
  }, [])
  return isDue ? (
    <Suspense fallback={null}>
      <TellFamily />
    </Suspense>
  ) : null
}
