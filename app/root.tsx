import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import {
  Outlet,
  useLoaderData,
  useMatches,
  useRouteError,
  useRouteLoaderData,
} from '@remix-run/react'
import { useContext, useEffect, type ReactNode } from 'react'
import { RefusedDeeds, WaitingStrip } from './commands/waiting-strip'
import { EndedNotice } from './features/account/phones/ended-notice'
import { LaterFamily } from './features/family/later-family'
import { LaterReminder } from './features/reminders/in-page/later-reminder'
import { SittingStrip } from './features/together/sitting-strip'
import { UpdateOffer } from './features/install/update-offer'
import { findAppError, type AppError } from './platform/http/app-errors'
import { isShellRequest } from './platform/http/shell.server'
import stylesheet from './styles.css?url'
import { Document } from './ui/document'
import { ErrorPage } from './ui/error-page'
import { LinkButton } from './ui/link-button'
import { defaultLook, parseLook } from './ui/look'
import { OrNothing } from './ui/or-nothing'
import type { PageHandle } from './ui/page-handle'
import { PageShell } from './ui/page-shell'
import { ServedWith } from './ui/served-with'
import type { Tab } from './ui/tab-bar'

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: stylesheet }]

export const meta: MetaFunction = ({ error }) => [
  { title: error ? titleOf(findAppError(error)) : '곁에' },
]

const titleOf = (error: AppError) => `${error.title} · 곁에`

const tabs: readonly Tab[] = [
  { to: '/', label: '오늘', icon: 'today' },
  { to: '/medication', label: '약', icon: 'pill' },
  { to: '/learn', label: '배움', icon: 'learn' },
  { to: '/family', label: '가족', icon: 'family', also: ['/me/family'] },
]

export function loader({ request, context }: LoaderFunctionArgs) {
  return {
    look: parseLook(request.headers.get('cookie')),
    operator: { name: context.env.OPERATOR_NAME, phone: context.env.HELP_PHONE ?? null },
    nonce: context.cspNonce,
    // Never in a stored document, which is of nobody.
    ended: !isShellRequest(request) && context.session.ended !== null,
  }
}

/** Nothing here changes while a page is open; asking again would only fail without a network. */
export const shouldRevalidate = () => false

export default function App() {
  const { look, nonce } = useLoaderData<typeof loader>()
  return (
    <Document look={look} nonce={nonce}>
      <Frame>
        <Outlet />
      </Frame>
    </Document>
  )
}

export function ErrorBoundary() {
  const data = useRouteLoaderData<typeof loader>('root')
  const served = useContext(ServedWith)
  const error = findAppError(useRouteError())
  useEffect(() => {
    // A page that failed while it was drawn has said its own title already.
    document.title = titleOf(error)
  }, [error])
  const { look, nonce } = data ?? served ?? { look: defaultLook, nonce: undefined }
  return (
    <Document look={look} nonce={nonce}>
      <Frame>
        <ErrorPage error={error}>
          <LinkButton to="/" variant="primary" full reloadDocument>
            오늘로 가기
          </LinkButton>
        </ErrorPage>
      </Frame>
    </Document>
  )
}

function Frame({ children }: { children: ReactNode }) {
  const root = useRouteLoaderData<typeof loader>('root')
  const operator = root?.operator
  const handle = useMatches().at(-1)?.handle as PageHandle | undefined
  return (
    <PageShell
      home={{ to: '/', label: '곁에' }}
      back={handle?.back}
      account={{ to: '/me', label: '내 정보' }}
      help={{ to: '/help', label: '도움' }}
      tabs={tabs}
      operator={operator ? `돌보는 곳: ${operator.name}` : undefined}
    >
      <OrNothing>
        <EndedNotice isEnded={root?.ended ?? false} />
      </OrNothing>
      <OrNothing>
        <SittingStrip />
      </OrNothing>
      <OrNothing>
        <UpdateOffer />
        <RefusedDeeds place="above" />
      </OrNothing>
      <OrNothing>
        <LaterReminder place="above" />
        <LaterFamily />
      </OrNothing>
      {children}
      <OrNothing>
        <LaterReminder place="below" />
      </OrNothing>
      <OrNothing>
        <RefusedDeeds place="below" />
        <WaitingStrip />
      </OrNothing>
    </PageShell>
  )
}
