import { Router } from 'express'
import { resolve } from 'node:path'
import type { Env } from '~/platform/env.server'

/** `/sw.js`: the worker of this build, or with `SERVICE_WORKER=retired` the one that removes itself. */
export function serveServiceWorker(env: Pick<Env, 'SERVICE_WORKER'>, clientDir: string): Router {
  const file = env.SERVICE_WORKER === 'retired' ? 'sw-retired.js' : 'sw.js'
  const router = Router()
  router.get('/sw.js', (_req, res) => {
    res.setHeader('Cache-Control', 'no-cache')
    res.sendFile(resolve(clientDir, file))
  })
  return router
}
