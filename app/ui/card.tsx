import type { ReactNode } from 'react'

interface CardProps {
  /** The one thing that is due now: a pine border of 3 px. */
  due?: boolean
  /** It was due until a moment ago: the border keeps its width, or everything in it would move. */
  wasDue?: boolean
  /** Lower, where something above it matters more. */
  low?: boolean
  /** Where a link within the page leads. */
  id?: string
  /** The id of the heading that names it; then it is a region. */
  labelledBy?: string
  as?: 'section' | 'div' | 'li' | 'article'
  children: ReactNode
}

export function Card({
  id,
  due = false,
  wasDue = false,
  low = false,
  labelledBy,
  as: Tag = 'section',
  children,
}: CardProps) {
  const resting = wasDue ? 'border-due border-line' : 'border-edge border-line'
  const border = due ? 'border-due border-pine' : resting
  const room = low ? 'px-gutter py-2' : 'p-gutter'
  return (
    <Tag id={id} aria-labelledby={labelledBy} className={`rounded-card bg-card ${room} ${border}`}>
      {children}
    </Tag>
  )
}
