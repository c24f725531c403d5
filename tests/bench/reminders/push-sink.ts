import { readFileSync } from 'node:fs'
import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'

/** What came in since the last time it was asked. */
export interface Taken {
  pushes: number
  phones: number
  /** When each phone got its first push, ms since 1970. */
  firstAt: number[]
}

/** A push service in a process of its own, which takes everything and counts: what it costs is nobody else's. */
const read = (name: string) =>
  readFileSync(new URL(`../../support/certificates/${name}`, import.meta.url))
let pushes = 0
let firstAt = new Map<string, number>()
const server = createServer(
  { key: read('localhost-key.pem'), cert: read('localhost-cert.pem') },
  (request, response) => {
    request.resume()
    request.on('end', () => {
      pushes++
      const path = request.url ?? ''
      if (!firstAt.has(path)) firstAt.set(path, Date.now())
      response.writeHead(201).end()
    })
  },
)
server.keepAliveTimeout = 60_000
server.listen(0, '127.0.0.1', () =>
  process.send?.({ host: `localhost:${(server.address() as AddressInfo).port}` }),
)
process.on('message', (order: 'count' | 'take') => {
  const taken: Taken = {
    pushes,
    phones: firstAt.size,
    firstAt: order === 'take' ? [...firstAt.values()] : [],
  }
  process.send?.(taken)
  if (order === 'count') return
  pushes = 0
  firstAt = new Map()
})
process.on('disconnect', () => process.exit(0))
