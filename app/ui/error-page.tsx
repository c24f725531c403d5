import { LinkButton } from './link-button'
import { PageHead } from './page-head'

interface ErrorPageProps {
  error: { title: string; what: string; why: string; now: string }
  /** Words of the button that leads to the first page. */
  home: string
}

/** What happened, why, and what to do now; never the error itself. */
export function ErrorPage({ error, home }: ErrorPageProps) {
  return (
    <div className="grid gap-6">
      <PageHead title={error.title} />
      <div className="grid gap-2 text-body">
        <p>{error.what}</p>
        <p>{error.why}</p>
        <p className="font-bold">{error.now}</p>
      </div>
      <LinkButton to="/" variant="primary" full reloadDocument>
        {home}
      </LinkButton>
    </div>
  )
}
