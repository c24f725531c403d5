import { createServer } from 'node:http'
import express from 'express'
import { createServer as createVite } from 'vite'

process.env.NODE_ENV = 'development'

const vite = await createVite({ server: { middlewareMode: true } })
const server = () => vite.ssrLoadModule('/server/entry.ts')

// The parts are opened once and outlive every hot reload: a second open of the database is refused.
const { openProcess } = await server()
const { parts, close } = await openProcess()

const app = express()
app.use(vite.middlewares)
app.use((req, res, next) => {
  server().then(({ createApp }) => createApp(parts)(req, res, next), next)
})
createServer(app).listen(parts.env.PORT, parts.env.HOST, () => {
  process.stdout.write(`곁에 (development): http://localhost:${parts.env.PORT}\n`)
})
process.on('SIGINT', () => void close().then(() => process.exit(0)))
process.on('SIGTERM', () => void close().then(() => process.exit(0)))
