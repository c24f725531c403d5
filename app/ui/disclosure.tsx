import type { ReactNode } from 'react'
import { Icon, type IconName } from './icon'

interface DisclosureProps {
  summary: string
  icon?: IconName
  open?: boolean
  children: ReactNode
}

/** Opens where it stands, with and without JavaScript: for what is seldom done. */
export function Disclosure({ summary, icon = 'forward', open, children }: DisclosureProps) {
  return (
    <details open={open} className="rounded-card border-edge border-line bg-card">
      <summary className="flex min-h-answer items-center gap-2 rounded-card px-gutter text-button font-bold">
        <Icon name={icon} />
        <span>{summary}</span>
      </summary>
      <div className="grid gap-4 px-gutter pb-5 pt-2">{children}</div>
    </details>
  )
}
