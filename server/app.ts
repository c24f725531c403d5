import compression from 'compression'
import express, { type Express } from 'express'
import staticCompressed from 'express-static-gzip'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { constants } from 'node:zlib'
import * as serverBuild from 'virtual:remix/server-build'
import type { Parts } from '~/platform/context.server'
import { answerFailures, answerInWords } from './answer-in-words'
import { answerPages } from './answer-pages'
import { createRouteFinder } from './find-route'
import { answerHealth } from './health'
import { logRequests } from './log-requests'
import { serveReadingFiles } from './reading-files'
import { limitBodies, limitWrites, refuseForeignWrites } from './refuse-writes'
import { securityHeaders } from './security-headers'
import { serveServiceWorker } from './service-worker'

/** The whole web application over parts that are already open. */
export function createApp(parts: Parts): Express {
  const app = express()
  const findRoute = createRouteFinder(serverBuild.routes)
  app.disable('x-powered-by')
  app.set('trust proxy', parts.env.TRUST_PROXY)
  app.use(answerHealth(parts))
  app.use(securityHeaders(parts.env))
  app.use(logRequests(parts, findRoute))
  app.use(compression({ brotli: { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } } }))
  app.use(answerInWords())
  app.use(serveReadingFiles())
  if (parts.env.NODE_ENV !== 'development') {
    app.use(serveServiceWorker(parts.env, serverBuild.assetsBuildDirectory))
    app.use(staticFiles())
  }
  app.use(refuseForeignWrites(parts.env), limitWrites(parts), limitBodies())
  app.all('*', answerPages(parts, serverBuild, findRoute))
  app.use(answerFailures(parts))
  return app
}

function staticFiles() {
  const router = express.Router()
  const client = serverBuild.assetsBuildDirectory
  router.use(
    '/assets',
    staticCompressed(join(client, 'assets'), {
      enableBrotli: true,
      orderPreference: ['br'],
      index: false,
      // Their names change with them, so there is nothing to ask about a second time.
      serveStatic: {
        immutable: true,
        maxAge: '1y',
        fallthrough: false,
        etag: false,
        lastModified: false,
      },
    }),
  )
  const files = express.static(client, { maxAge: '1h', index: false })
  // Pages are asked for far more often, and none should wait for the disk to say that it is no file.
  const names = new Set(readdirSync(client))
  router.use((req, res, next) =>
    names.has(req.path.split('/')[1] ?? '') ? files(req, res, next) : next(),
  )
  return router
}
