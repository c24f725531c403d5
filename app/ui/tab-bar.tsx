import { Link, useLocation } from '@remix-run/react'
import { Icon, type IconName } from './icon'

export interface Tab {
  to: string
  /** Two letters, so that four fit side by side at 320 px and 200 % text. */
  label: string
  icon: IconName
  /** Other paths that belong to this tab; its own path and what lies below it always do. */
  also?: readonly string[]
}

/** At the foot of the screen while the text is at most twice its size, else at the end of the page. */
export function TabBar({ tabs, label = '차림표' }: { tabs: readonly Tab[]; label?: string }) {
  const { pathname } = useLocation()
  return (
    <nav aria-label={label} className="tab-bar border-t-edge border-line bg-card">
      <ul className="mx-auto flex max-w-page flex-wrap gap-y-2">
        {tabs.map((tab) => {
          const current = [tab.to, ...(tab.also ?? [])].some((path) => isAt(pathname, path))
          return (
            <li key={tab.label} className="tab-item">
              <Link to={tab.to} aria-current={current ? 'page' : undefined} className="tab">
                <Icon name={tab.icon} />
                <span>{tab.label}</span>
              </Link>
            </li>
          )
        })}
      </ul>
    </nav>
  )
}

/** `/` is only itself; `/learn` is also `/learn/…`. */
function isAt(pathname: string, path: string): boolean {
  return pathname === path || (path !== '/' && pathname.startsWith(`${path}/`))
}
