import type { ReactNode } from 'react'

interface PageHeadProps {
  /** A few words above the title: where one is, how long it takes. */
  eyebrow?: ReactNode
  title: ReactNode
  lead?: ReactNode
}

/** The page's one `h1`. */
export function PageHead({ eyebrow, title, lead }: PageHeadProps) {
  return (
    <div>
      {eyebrow ? <p className="text-caption text-soft">{eyebrow}</p> : null}
      <h1 className="text-h1 font-bold">{title}</h1>
      {lead ? <p className="mt-1 text-body">{lead}</p> : null}
    </div>
  )
}
