import { matchRoutes } from '@remix-run/react'
import type { ServerBuild } from '@remix-run/node'
import type { RequestHandler } from 'express'
import type { Parts } from '~/platform/context.server'

type RouteObjects = NonNullable<Parameters<typeof matchRoutes>[0]>

/** One `api_request` an answer. `path` is the route's pattern, so no id and no name is ever logged. */
export function logRequests(
  parts: Pick<Parts, 'log'>,
  routes: ServerBuild['routes'],
): RequestHandler {
  const patternOf = rememberPatterns(routeTree(routes))
  return (req, res, next) => {
    const began = performance.now()
    res.on('finish', () => {
      parts.log.record('api_request', {
        method: req.method,
        path: patternOf(req.path),
        status_code: res.statusCode,
        duration_ms: Math.round(performance.now() - began),
      })
    })
    next()
  }
}

function routeTree(routes: ServerBuild['routes'], parentId?: string): RouteObjects {
  return Object.values(routes)
    .filter((route) => route?.parentId === parentId)
    .map((route) =>
      route?.index
        ? { index: true, path: route.path, id: route.id }
        : { path: route?.path, id: route?.id, children: routeTree(routes, route?.id) },
    )
}

const mostRemembered = 1_000

/** Matching costs about as much as all other middleware together, and most requests are for few paths. */
function rememberPatterns(tree: RouteObjects): (path: string) => string {
  const patterns = new Map<string, string>()
  return (path) => {
    const pattern = patterns.get(path) ?? findPattern(tree, path)
    if (patterns.size >= mostRemembered) patterns.clear()
    patterns.set(path, pattern)
    return pattern
  }
}

function findPattern(tree: RouteObjects, path: string): string {
  if (path.startsWith('/assets/')) return '/assets/*'
  const page = path.replace(/\.data$/, '').replace(/^\/_root$/, '/')
  const matches = matchRoutes(tree, page) ?? []
  const pattern = matches
    .map((match) => match.route.path ?? '')
    .filter(Boolean)
    .join('/')
  return matches.length === 0 ? '*' : `/${pattern}`.replace(/\/{2,}/g, '/')
}
