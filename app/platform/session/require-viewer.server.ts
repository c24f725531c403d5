import type { RequestContext } from '../context.server'
import { appError } from '../http/app-errors'
import type { Viewer } from './viewer'

/** Whoever is asking. @throws {Response} `needs_sign_in` without a session. */
export function requireViewer(context: Pick<RequestContext, 'session'>): Viewer {
  if (!context.session.viewer) throw appError('needs_sign_in')
  return context.session.viewer
}
