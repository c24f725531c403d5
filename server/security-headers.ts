import { randomBytes } from 'node:crypto'
import type { RequestHandler } from 'express'
import type { Env } from '~/platform/env.server'

const year = 31_536_000

/** Headers of every answer, and the nonce that scripts of this document carry (`res.locals.cspNonce`). */
export function securityHeaders(env: Env): RequestHandler {
  const live = env.GYEOTE_MODE === 'live'
  const development = env.NODE_ENV === 'development'
  return (req, res, next) => {
    if (live && !req.secure) {
      res.redirect(308, httpsAddress(env, req.originalUrl))
      return
    }
    res.setHeader('X-Content-Type-Options', 'nosniff')
    res.setHeader('Cross-Origin-Resource-Policy', 'same-origin')
    if (live) res.setHeader('Strict-Transport-Security', `max-age=${year}; includeSubDomains`)
    // What rules a document says nothing of its parts, and 600 bytes for each of thirty are many on a slow phone.
    if (req.path.startsWith('/assets/')) {
      next()
      return
    }
    const nonce = randomBytes(16).toString('base64')
    res.locals.cspNonce = nonce
    const policy = [
      `default-src 'self'`,
      `script-src 'self' 'nonce-${nonce}'`,
      `style-src 'self'${development ? " 'unsafe-inline'" : ''}`,
      `img-src 'self' data:`,
      `connect-src 'self'${development ? ' ws:' : ''}`,
      `worker-src 'self'`,
      `manifest-src 'self'`,
      `object-src 'none'`,
      `base-uri 'none'`,
      `form-action 'self'`,
      `frame-ancestors 'none'`,
    ]
    res.setHeader('Content-Security-Policy', policy.join('; '))
    res.setHeader('Referrer-Policy', 'strict-origin-when-cross-origin')
    res.setHeader('Cross-Origin-Opener-Policy', 'same-origin')
    res.setHeader('Permissions-Policy', 'geolocation=(), payment=(), usb=()')
    next()
  }
}

/** Always at the public address: `//elsewhere.example` is a path to HTTP and an address to a browser. */
function httpsAddress(env: Env, asked: string): string {
  const own = new URL(env.PUBLIC_URL ?? '')
  if (!URL.canParse(asked, own)) return own.origin
  const { pathname, search } = new URL(asked, own)
  return `${own.origin}${pathname}${search}`
}
