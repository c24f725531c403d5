import { matchRoutes } from '@remix-run/react'
import type { ServerBuild } from '@remix-run/node'

type RouteObjects = NonNullable<Parameters<typeof matchRoutes>[0]>

export interface FoundRoute {
  /** Without any id or name of this request: `/learn/:cardId`. */
  pattern: string
  /** Of the route and those around it, the outermost first; empty for what no route answers. */
  ids: readonly string[]
}

const mostRemembered = 1_000

/**
 * Which route answers a path, a page's or that of its data. Ranking all of them takes long, and most requests are
 * for few paths.
 */
export function createRouteFinder(routes: ServerBuild['routes']): (path: string) => FoundRoute {
  const tree = routeTree(routes)
  const known = new Map<string, FoundRoute>()
  return (path) => {
    const found = known.get(path) ?? findRoute(tree, path)
    if (known.size >= mostRemembered) known.clear()
    known.set(path, found)
    return found
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

function findRoute(tree: RouteObjects, path: string): FoundRoute {
  if (path.startsWith('/assets/')) return { pattern: '/assets/*', ids: [] }
  const page = path.replace(/\.data$/, '').replace(/^\/_root$/, '/')
  const matches = matchRoutes(tree, page) ?? []
  const pattern = matches
    .map((match) => match.route.path ?? '')
    .filter(Boolean)
    .join('/')
  return {
    pattern: matches.length === 0 ? '*' : `/${pattern}`.replace(/\/{2,}/g, '/'),
    ids: matches.flatMap(({ route }) => route.id ?? []),
  }
}
