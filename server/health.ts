import { Router } from 'express'
import type { Parts } from '~/platform/context.server'

/** `/healthz` answers while the process lives; `/readyz` only while the database answers. */
export function answerHealth(parts: Pick<Parts, 'db'>): Router {
  const router = Router()
  router.get('/healthz', (_req, res) => {
    res.type('text').send('ok')
  })
  router.get('/readyz', (_req, res) => {
    parts.db.ping().then(
      () => res.type('text').send('ready'),
      () => res.status(503).type('text').send('the database does not answer'),
    )
  })
  return router
}
