import type { ReactNode } from 'react'

interface ConfirmSectionProps {
  /** Names what will be gone, as a question. */
  title: string
  children?: ReactNode
  /** The way out comes first and is never the dangerous one. */
  refuse: ReactNode
  confirm: ReactNode
}

/** Asks once, as a part of the page: no window over the page, nothing that a tap beside it closes. */
export function ConfirmSection({ title, children, refuse, confirm }: ConfirmSectionProps) {
  return (
    <section
      aria-labelledby="confirm-title"
      className="rounded-card border-verdict border-caution-ink bg-card p-gutter"
    >
      <h2 id="confirm-title" className="text-h2 font-bold">
        {title}
      </h2>
      {children ? <div className="mt-1 text-body">{children}</div> : null}
      <div className="mt-4 grid gap-4">
        {refuse}
        {confirm}
      </div>
    </section>
  )
}
