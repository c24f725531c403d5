import {
  createReadableStreamFromReadable,
  type EntryContext,
  type AppLoadContext,
} from '@remix-run/node'
import { RemixServer } from '@remix-run/react'
import { renderToPipeableStream } from 'react-dom/server'
import { htmlBody } from './platform/http/html-body.server'
import { servedAt } from './platform/http/served-at'
import { parseLook } from './ui/look'
import { ServedWith } from './ui/served-with'

const abortAfterMs = 5_000

export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remixContext: EntryContext,
  context: AppLoadContext,
): Promise<Response> {
  return new Promise((resolve, reject) => {
    let failed = status
    const { pipe, abort } = renderToPipeableStream(
      <ServedWith.Provider
        value={{ look: parseLook(request.headers.get('cookie')), nonce: context.cspNonce }}
      >
        <RemixServer context={remixContext} url={request.url} nonce={context.cspNonce} />
      </ServedWith.Provider>,
      {
        nonce: context.cspNonce,
        // All of it: loaders have waited for their data, and what comes in later needs a script to stand in its place.
        onAllReady() {
          const body = htmlBody()
          headers.set('Content-Type', 'text/html; charset=utf-8')
          headers.append('Server-Timing', servedAt(new Date()))
          if (!headers.has('Cache-Control')) headers.set('Cache-Control', 'private, no-cache')
          resolve(new Response(createReadableStreamFromReadable(body), { headers, status: failed }))
          pipe(body)
        },
        onShellError: reject,
        onError(error) {
          failed = 500
          context.log.error(error)
        },
      },
    )
    setTimeout(abort, abortAfterMs).unref()
  })
}

export function handleError(
  error: unknown,
  { request, context }: { request: Request; context: AppLoadContext },
) {
  if (!request.signal.aborted) context.log.error(error)
}
