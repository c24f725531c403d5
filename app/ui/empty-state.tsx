import type { ReactNode } from 'react'

interface EmptyStateProps {
  title: string
  children?: ReactNode
  action?: ReactNode
}

/** Two arches with room under them: nothing is here yet, and that is all right. */
export function EmptyState({ title, children, action }: EmptyStateProps) {
  return (
    <section aria-labelledby="empty-title" className="text-center">
      <svg viewBox="0 0 240 120" className="drawing-arches" aria-hidden="true" focusable="false">
        <path className="arch-tint" d="M62 112V60a34 34 0 0 1 68 0v52z" />
        <path
          className="arch-line"
          d="M62 112V60a34 34 0 0 1 68 0v52M130 112V86a24 24 0 0 1 48 0v26M36 112h168"
        />
      </svg>
      <h2 id="empty-title" className="mt-3 text-h2 font-bold">
        {title}
      </h2>
      {children ? <div className="mt-1 text-body">{children}</div> : null}
      {action ? <div className="mt-4 grid gap-3">{action}</div> : null}
    </section>
  )
}
