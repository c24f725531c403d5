import type { RequestHandler } from 'express'
import type { Env } from '~/platform/env.server'

const reading = new Set(['GET', 'HEAD', 'OPTIONS'])
const maxBodyBytes = 256 * 1024

/** A write must come from this app's own pages, or from an origin that is listed. */
export function refuseForeignWrites(env: Env): RequestHandler {
  return (req, res, next) => {
    if (reading.has(req.method)) return next()
    const origin = req.get('origin')
    const own = env.PUBLIC_URL
      ? new URL(env.PUBLIC_URL).origin
      : `${req.protocol}://${req.get('host')}`
    if (origin && (origin === own || env.ALLOWED_ORIGINS.includes(origin))) {
      // Remix compares again, with the host the proxy asked for, which need not be the public one.
      req.headers['x-forwarded-host'] = new URL(origin).host
      return next()
    }
    // Browsers send Origin with every write; only a same-origin form of a very old one leaves it out.
    if (!origin && req.get('sec-fetch-site') === 'same-origin') return next()
    res.status(403).json({ v: 1, error: 'foreign_origin' })
  }
}

/** Refuses bodies over 256 KB by their announced length, and those that do not announce it. */
export function limitBodies(): RequestHandler {
  return (req, res, next) => {
    if (reading.has(req.method)) return next()
    const length = Number(req.get('content-length') ?? NaN)
    if (Number.isNaN(length)) {
      res.status(411).json({ v: 1, error: 'length_required' })
      return
    }
    if (length > maxBodyBytes) {
      res.status(413).json({ v: 1, error: 'too_large' })
      return
    }
    next()
  }
}
