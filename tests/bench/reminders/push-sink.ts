import { readFileSync } from 'node:fs'
import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { silentName } from './phones'

/** What came in since the last time it was asked. */
export interface Taken {
  pushes: number
  phones: number
  /** Pushes that are not answered yet. */
  open: number
  /** When each phone got its first push, ms since 1970. */
  firstAt: number[]
}

/** A push service in a process of its own, which takes everything and counts: what it costs is nobody else's. */
const read = (name: string) =>
  readFileSync(new URL(`../../support/certificates/${name}`, import.meta.url))
let pushes = 0
let open = 0
let slowByMs = 0
let firstAt = new Map<string, number>()
const server = createServer(
  { key: read('localhost-key.pem'), cert: read('localhost-cert.pem') },
  (request, response) => {
    request.resume()
    request.on('end', () => {
      const path = request.url ?? ''
      if (path.startsWith(`/${silentName}/`)) return
      pushes++
      open++
      if (!firstAt.has(path)) firstAt.set(path, Date.now())
      setTimeout(() => {
        open--
        response.writeHead(201).end()
      }, slowByMs)
    })
  },
)
server.keepAliveTimeout = 60_000
server.listen(0, '127.0.0.1', () =>
  process.send?.({ host: `localhost:${(server.address() as AddressInfo).port}` }),
)
process.on('message', (order: 'count' | 'take' | { slowByMs: number }) => {
  if (typeof order === 'object') slowByMs = order.slowByMs
  const taken: Taken = {
    pushes,
    phones: firstAt.size,
    open,
    firstAt: order === 'take' ? [...firstAt.values()] : [],
  }
  process.send?.(taken)
  if (order !== 'take') return
  pushes = 0
  firstAt = new Map()
})
process.on('disconnect', () => process.exit(0))
