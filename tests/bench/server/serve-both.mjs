import { createRequestHandler } from '@remix-run/express'
import compression from 'compression'
import express from 'express'
import staticCompressed from 'express-static-gzip'
import { constants } from 'node:zlib'
import { pathToFileURL } from 'node:url'

/** One process, two ports: the app as it is deployed, and a bare route of the same framework beside it. */
const [bareBuildFile, bareClientDir, appPort, barePort] = process.argv.slice(2)
const { createApp, openProcess } = await import(
  pathToFileURL(`${process.cwd()}/build/server/index.js`).href
)
const { parts } = await openProcess()
const listen = (app, port) =>
  new Promise((done) => {
    const server = app.listen(Number(port), '127.0.0.1', done)
    server.keepAliveTimeout = 65_000
  })
await listen(createApp(parts), appPort)

const bare = express()
bare.use(compression({ brotli: { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } } }))
bare.use(
  staticCompressed(bareClientDir, { enableBrotli: true, orderPreference: ['br'], index: false }),
)
const build = await import(pathToFileURL(bareBuildFile).href)
bare.all('*', createRequestHandler({ build, mode: 'production' }))
await listen(bare, barePort)
process.stdout.write('ready\n')
