import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { Icon } from './icon'
import { TabBar, type Tab } from './tab-bar'

interface Place {
  to: string
  label: string
}

export interface PageShellProps {
  /** The app's name and first page; shown with the sign where there is no `back`. */
  home: Place
  /** One step up; stands where the sign stands otherwise. */
  back?: Place
  /** 내 정보 and 도움: the same place on every page. */
  account: Place
  help: Place
  tabs: readonly Tab[]
  /** Who answers for this app, at the foot of every page. */
  operator?: ReactNode
  /** 'wide' for pages that people use at a desk. */
  width?: 'page' | 'wide'
  children: ReactNode
}

const headerLink = 'header-link'

export function PageShell({
  home,
  back,
  account,
  help,
  tabs,
  operator,
  width = 'page',
  children,
}: PageShellProps) {
  const column = `mx-auto w-full px-gutter ${width === 'wide' ? 'max-w-wide' : 'max-w-page'}`
  return (
    <div className="shell">
      <a href="#content" className="skip-link">
        본문으로 건너뛰기
      </a>
      <header className={column}>
        <nav aria-label="안내" className="flex flex-wrap items-center justify-between gap-2 py-2">
          {back ? (
            <Link to={back.to} className={`${headerLink} header-link-start`}>
              <Icon name="back" />
              <span>{back.label}</span>
            </Link>
          ) : (
            <Link to={home.to} className={`${headerLink} header-link-start text-pine`}>
              <Icon name="sign" />
              <span className="text-h2">{home.label}</span>
            </Link>
          )}
          <span className="flex flex-wrap gap-2">
            <Link to={account.to} className={headerLink}>
              {account.label}
            </Link>
            <Link to={help.to} className={headerLink}>
              <Icon name="help" />
              <span>{help.label}</span>
            </Link>
          </span>
        </nav>
      </header>
      <main id="content" tabIndex={-1} className={`${column} grow pb-8`}>
        {children}
      </main>
      {operator ? (
        <footer className={`${column} pb-6 text-caption text-soft`}>{operator}</footer>
      ) : null}
      {tabs.length > 0 ? <TabBar tabs={tabs} /> : null}
    </div>
  )
}
