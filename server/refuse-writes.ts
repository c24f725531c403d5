import type { Request, RequestHandler } from 'express'
import type { Parts } from '~/platform/context.server'
import type { Env } from '~/platform/env.server'

const reading = new Set(['GET', 'HEAD', 'OPTIONS'])
const maxBodyBytes = 256 * 1024
/** A picture; its own use case says what it may be. */
const maxPhotoBytes = 400 * 1024

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
    if (isShared(req) || isOneClick(req)) {
      // No page sent it, so there is no origin that Remix could compare with.
      delete req.headers.origin
      return next()
    }
    // Browsers send Origin with every write; only a same-origin form of a very old one leaves it out.
    if (!origin && req.get('sec-fetch-site') === 'same-origin') return next()
    res.status(403).json({ v: 1, error: 'foreign_origin' })
  }
}

/**
 * Handed over by the share sheet of the phone: the browser itself navigates, which no page can pretend. The
 * one address for it judges a text and changes nothing of anybody.
 */
function isShared(req: Request): boolean {
  const origin = req.get('origin') ?? 'null'
  return req.path === '/scam-check' && req.get('sec-fetch-site') === 'none' && origin === 'null'
}

/**
 * A mailbox's own button (RFC 8058): whoever posts, the signed token in the address says what may be done, and no
 * session has a part in it.
 */
const isOneClick = (req: Request): boolean => /^\/family\/stop\/[\w-]{43}$/.test(req.path)

/**
 * Refuses bodies over 256 KB (a photo: 400 KB) by their announced length, and those that do not announce it.
 */
export function limitBodies(): RequestHandler {
  return (req, res, next) => {
    if (reading.has(req.method)) return next()
    const length = Number(req.get('content-length') ?? NaN)
    if (Number.isNaN(length)) {
      res.status(411).json({ v: 1, error: 'length_required' })
      return
    }
    const most = req.path.startsWith('/medication/photos/') ? maxPhotoBytes : maxBodyBytes
    if (length > most) {
      res.status(413).json({ v: 1, error: 'too_large' })
      return
    }
    next()
  }
}

/** Refuses who writes without end; the address goes into the count hashed, and nowhere else. */
export function limitWrites({ limits }: Pick<Parts, 'limits'>): RequestHandler {
  const name = 'writePerAddress'
  return (req, res, next) => {
    if (reading.has(req.method)) return next()
    const address = req.ip ?? 'unknown'
    const weigh = async () => {
      if (await limits.take(name, address)) return next()
      res.setHeader('Retry-After', await limits.secondsLeft(name, address))
      res.status(429).json({ v: 1, error: 'too_many' })
    }
    weigh().catch(next)
  }
}
