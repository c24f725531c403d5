import type { ReactNode } from 'react'

interface PageHeadProps {
  /** A few words above the title: where one is, how long it takes. */
  eyebrow?: ReactNode
  title: ReactNode
  lead?: ReactNode
  /** Stands at the right of the title, and above it when the words need the width: an `ArchWindow`. */
  aside?: ReactNode
}

/** The page's one `h1`. */
export function PageHead({ eyebrow, title, lead, aside }: PageHeadProps) {
  const words = (
    <div>
      {eyebrow ? <p className="text-caption text-soft">{eyebrow}</p> : null}
      <h1 className="text-h1 font-bold">{title}</h1>
      {lead ? <p className="mt-1 text-body">{lead}</p> : null}
    </div>
  )
  if (!aside) return words
  return (
    <div className="page-head">
      {words}
      {aside}
    </div>
  )
}
