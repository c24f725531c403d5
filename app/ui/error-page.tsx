import type { ReactNode } from 'react'
import { PageHead } from './page-head'

interface ErrorPageProps {
  error: { title: string; what: string; why: string; now: string }
  /** The way out: a button that leads to the first page. */
  children: ReactNode
}

/** What happened, why, and what to do now; never the error itself. */
export function ErrorPage({ error, children }: ErrorPageProps) {
  return (
    <div className="grid gap-6">
      <PageHead title={error.title} />
      <div className="grid gap-2 text-body">
        <p>{error.what}</p>
        <p>{error.why}</p>
        <p className="font-bold">{error.now}</p>
      </div>
      {children}
    </div>
  )
}
