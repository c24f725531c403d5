import type { RequestHandler } from 'express'
import type { Parts } from '~/platform/context.server'
import type { FoundRoute } from './find-route'

/** One `api_request` an answer. `path` is the route's pattern, so no id and no name is ever logged. */
export function logRequests(
  parts: Pick<Parts, 'log'>,
  findRoute: (path: string) => FoundRoute,
): RequestHandler {
  return (req, res, next) => {
    const began = performance.now()
    res.on('finish', () => {
      parts.log.record('api_request', {
        method: req.method,
        path: findRoute(req.path).pattern,
        status_code: res.statusCode,
        duration_ms: Math.round(performance.now() - began),
      })
    })
    next()
  }
}
