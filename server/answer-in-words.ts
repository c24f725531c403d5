import type { ErrorRequestHandler, RequestHandler, Response } from 'express'
import { errorDocument } from '~/error-document.server'
import type { Parts } from '~/platform/context.server'
import { findAppError } from '~/platform/http/app-errors'
import { parseLook } from '~/ui/look'

/**
 * Whoever opens an address in a browser gets a page in Korean, also where a program would get JSON or a
 * framework would say something of its own: any failure that is not a page already becomes one.
 */
export function answerInWords(): RequestHandler {
  return (req, res, next) => {
    if (!req.get('accept')?.includes('text/html')) return next()
    const write = res.write.bind(res) as (...given: unknown[]) => boolean
    const end = res.end.bind(res) as (...given: unknown[]) => Response
    const said: Buffer[] = []

    res.write = (...given: unknown[]) => {
      if (!isForPrograms(res)) return write(...given)
      said.push(bytesOf(given[0]))
      return true
    }
    res.end = (...given: unknown[]) => {
      if (!isForPrograms(res)) return end(...given)
      said.push(bytesOf(given[0]))
      const error = findAppError({ status: res.statusCode, data: readJson(said) })
      for (const name of ['Content-Length', 'Content-Disposition', 'ETag']) res.removeHeader(name)
      res.setHeader('Content-Type', 'text/html; charset=utf-8')
      res.setHeader('Cache-Control', 'no-store')
      return end(errorDocument(error, parseLook(req.get('cookie') ?? null)))
    }
    next()
  }
}

/** The last stop: what nobody caught is logged without anything of a person, and nothing of it is sent. */
export function answerFailures({ log }: Pick<Parts, 'log'>): ErrorRequestHandler {
  return (error: unknown, req, res, _next) => {
    if (req.socket.destroyed) return
    const status = statusOf(error)
    if (status >= 500) log.error(error)
    if (res.headersSent) return void res.destroy()
    res.status(status).json({ v: 1, error: status < 500 ? 'bad_request' : 'unavailable' })
  }
}

const isForPrograms = (res: Response) =>
  !res.headersSent &&
  res.statusCode >= 400 &&
  !String(res.getHeader('content-type') ?? '').startsWith('text/html')

/** A refusal Express made itself has its own status; anything else means that a part is missing. */
function statusOf(error: unknown): number {
  const status = typeof error === 'object' && error !== null && 'status' in error ? error.status : 0
  return typeof status === 'number' && status >= 400 && status < 500 ? status : 503
}

function bytesOf(chunk: unknown): Buffer {
  if (typeof chunk === 'string') return Buffer.from(chunk)
  return chunk instanceof Uint8Array ? Buffer.from(chunk) : Buffer.alloc(0)
}

function readJson(said: Buffer[]): unknown {
  try {
    return JSON.parse(Buffer.concat(said).toString('utf8'))
  } catch {
    return null
  }
}
