import type { ReactNode } from 'react'
import { Links, Meta, Scripts, ScrollRestoration } from '@remix-run/react'
import { lookBootScript, themeColour, type Look } from './look'

interface DocumentProps {
  look: Look
  /** The nonce of this answer's content security policy; undefined in the page after hydration. */
  nonce?: string
  children: ReactNode
}

/**
 * The whole HTML document. `<html>` and the theme colours may differ from what was rendered, since
 * `lookBootScript` has put the phone's own look on a stored document by the time React arrives.
 */
export function Document({ look, nonce, children }: DocumentProps) {
  const colour = themeColour(look.theme)
  return (
    <html lang="ko" data-theme={look.theme} data-text={look.textSize} suppressHydrationWarning>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
        <meta name="text-scale" content="scale" />
        <meta
          name="theme-color"
          media="(prefers-color-scheme: light)"
          content={colour.light}
          suppressHydrationWarning
        />
        <meta
          name="theme-color"
          media="(prefers-color-scheme: dark)"
          content={colour.dark}
          suppressHydrationWarning
        />
        {/* Numbers in a card must not become links that dial. */}
        <meta name="format-detection" content="telephone=no" />
        <script
          nonce={nonce}
          suppressHydrationWarning
          dangerouslySetInnerHTML={{ __html: lookBootScript }}
        />
        <Meta />
        <link rel="icon" href="/icons/favicon.svg" type="image/svg+xml" />
        <link rel="apple-touch-icon" href="/icons/apple-touch-icon.png" />
        <link rel="manifest" href="/manifest.webmanifest" />
        <Links />
      </head>
      <body>
        {children}
        <ScrollRestoration nonce={nonce} />
        <Scripts nonce={nonce} />
      </body>
    </html>
  )
}
