import { useLocation } from '@remix-run/react'
import { useEffect, useRef, type RefObject } from 'react'

/**
 * Brings what has this id before the eyes of whoever arrives by `#id`, and gives the focus to its heading:
 * also on a page that is open already, and when the same reminder is opened twice.
 */
export function useArrival(id: string): RefObject<HTMLHeadingElement> {
  const heading = useRef<HTMLHeadingElement>(null)
  const { hash, key } = useLocation()
  useEffect(() => {
    if (hash !== `#${id}`) return
    // After the page has put its own scroll position right.
    const frame = requestAnimationFrame(() => {
      heading.current?.focus({ preventScroll: true })
      document.getElementById(id)?.scrollIntoView({ block: 'start' })
    })
    return () => cancelAnimationFrame(frame)
  }, [hash, key, id])
  return heading
}
