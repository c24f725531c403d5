import { useRevalidator } from '@remix-run/react'
import { useEffect } from 'react'

/** What the server knows is asked for again whenever somebody comes back to the page: a step may be done elsewhere. */
export function useLookAgain(): void {
  const { revalidate } = useRevalidator()
  useEffect(() => {
    const look = () => {
      if (document.visibilityState === 'visible') revalidate()
    }
    addEventListener('focus', look)
    const lookIfOld = (event: PageTransitionEvent) => {
      if (event.persisted) look()
    }
    addEventListener('pageshow', lookIfOld)
    document.addEventListener('visibilitychange', look)
    return () => {
      removeEventListener('focus', look)
      removeEventListener('pageshow', lookIfOld)
      document.removeEventListener('visibilitychange', look)
    }
  }, [revalidate])
}
