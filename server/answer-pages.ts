import { createRequestHandler } from '@remix-run/express'
import type { ServerBuild } from '@remix-run/node'
import type { RequestHandler } from 'express'
import type { Parts } from '~/platform/context.server'
import type { FoundRoute } from './find-route'
import { requestContext } from './request-context'

/**
 * Every page and resource. For each request Remix ranks all routes anew, four times, and makes what it renders with
 * of all of them: with ninety, that takes longer than rendering. So each route has a handler that knows of no other.
 */
export function answerPages(
  parts: Parts,
  build: ServerBuild,
  findRoute: (path: string) => FoundRoute,
): RequestHandler {
  const handlerOf = (known: ServerBuild) =>
    createRequestHandler({
      build: known,
      mode: parts.env.NODE_ENV === 'development' ? 'development' : 'production',
      getLoadContext: (req, res) => requestContext(parts, req, res),
    })
  const handlers = new Map<string, RequestHandler>()
  return (req, res, next) => {
    const { ids } = findRoute(req.path)
    const key = ids.join('\n')
    const handler = handlers.get(key) ?? handlerOf(ids.length > 0 ? withRoutes(build, ids) : build)
    handlers.set(key, handler)
    void handler(req, res, next)
  }
}

function withRoutes(build: ServerBuild, ids: readonly string[]): ServerBuild {
  const pick = <Route>(routes: Record<string, Route>) =>
    Object.fromEntries(Object.entries(routes).filter(([id]) => ids.includes(id)))
  return {
    ...build,
    routes: pick(build.routes),
    assets: { ...build.assets, routes: pick(build.assets.routes) },
  }
}
