import {
  createServer,
  request as forward,
  type IncomingMessage,
  type ServerResponse,
} from 'node:http'
import type { AddressInfo } from 'node:net'

/**
 * How the way to the server is: `dead` refuses, `deaf` never answers, `portal` answers in the server's
 * place like a hotel, `broken` is a server that fails, `lossy` delivers what is written and loses the answer,
 * `upward` lets writes and their answers through and nothing else, `downward` everything but writes.
 */
export type Mood = 'well' | 'dead' | 'deaf' | 'portal' | 'broken' | 'lossy' | 'upward' | 'downward'

export interface Network {
  /** What the browser opens; stays the same whatever stands behind it. */
  url: string
  feel(mood: Mood): void
  /** From now on this server stands behind it, as after a deploy. */
  leadTo(serverUrl: string): void
  /** Method and path of everything that was asked, in order. */
  asked: string[]
  close(): Promise<void>
}

/** A stretch of network between the browser and the server, for pages and the worker alike. */
export async function openNetwork(serverUrl: string): Promise<Network> {
  let mood: Mood = 'well'
  let target = new URL(serverUrl)
  const asked: string[] = []

  function answer(incoming: IncomingMessage, outgoing: ServerResponse) {
    asked.push(`${incoming.method} ${incoming.url}`)
    const isWrite = incoming.method === 'POST'
    const isCut = mood === 'dead' || mood === (isWrite ? 'downward' : 'upward')
    if (isCut) return void incoming.socket.destroy()
    if (mood === 'deaf') return
    if (mood === 'portal')
      return void outgoing
        .writeHead(200, { 'Content-Type': 'text/html' })
        .end('<h1>Welcome to our hotel</h1>')
    if (mood === 'broken')
      return void outgoing.writeHead(500, { 'Content-Type': 'text/plain' }).end('broken')
    const loses = mood === 'lossy' && isWrite
    const { method, url: path, headers } = incoming
    const onward = forward(
      { hostname: target.hostname, port: target.port, method, path, headers },
      (reply) => {
        if (loses) {
          reply.resume()
          reply.on('end', () => incoming.socket.destroy())
          return
        }
        outgoing.writeHead(reply.statusCode ?? 502, reply.headers)
        reply.pipe(outgoing)
      },
    )
    onward.on('error', () => incoming.socket.destroy())
    incoming.pipe(onward)
  }

  const server = createServer(answer)
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    asked,
    feel(next) {
      mood = next
      // Connections that stay open would carry the old mood on.
      server.closeAllConnections()
    },
    leadTo(url) {
      target = new URL(url)
    },
    close: () =>
      new Promise((closed) => {
        server.close(() => closed())
        server.closeAllConnections()
      }),
  }
}
