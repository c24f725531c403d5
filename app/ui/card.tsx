import type { ReactNode } from 'react'

interface CardProps {
  /** The one thing that is due now: a pine border of 3 px. */
  due?: boolean
  /** The id of the heading that names it; then it is a region. */
  labelledBy?: string
  as?: 'section' | 'div' | 'li' | 'article'
  children: ReactNode
}

export function Card({ due = false, labelledBy, as: Tag = 'section', children }: CardProps) {
  const border = due ? 'border-due border-pine' : 'border-edge border-line'
  return (
    <Tag aria-labelledby={labelledBy} className={`rounded-card bg-card p-gutter ${border}`}>
      {children}
    </Tag>
  )
}
