import { renderToStaticMarkup } from 'react-dom/server'
import type { AppError } from './platform/http/app-errors'
import stylesheet from './styles.css?url'
import { buttonClasses } from './ui/button-look'
import { ErrorPage } from './ui/error-page'
import type { Look } from './ui/look'

/**
 * An error page without scripts and without a route: for what the server refuses before a page is asked,
 * and for when the page that explains errors fails itself.
 */
export function errorDocument(error: AppError, look: Look): string {
  const page = renderToStaticMarkup(
    <html lang="ko" data-theme={look.theme} data-text={look.textSize}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
        <meta name="format-detection" content="telephone=no" />
        <title>{`${error.title} · 곁에`}</title>
        <link rel="icon" href="/icons/favicon.svg" type="image/svg+xml" />
        <link rel="stylesheet" href={stylesheet} />
      </head>
      <body>
        <div className="shell">
          <main id="content" className="mx-auto w-full max-w-page grow px-gutter py-8">
            <ErrorPage error={error}>
              <a href="/" className={buttonClasses({ variant: 'primary', full: true })}>
                <span>오늘로 가기</span>
              </a>
            </ErrorPage>
          </main>
        </div>
      </body>
    </html>,
  )
  return `<!doctype html>${page}`
}
