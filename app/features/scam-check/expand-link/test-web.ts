import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { connect, type AddressInfo, type Socket } from 'node:net'
import type { LinkAnswer } from './link-answer'
import { expandLink } from './expand-link.server'

type Page = (asked: IncomingMessage, answer: ServerResponse) => void

/**
 * A small internet on one local port: every public address leads to it, and it answers by name.
 * @param pages what stands at `host/path`; a text is where it leads.
 * @param names addresses of a host, look-up after look-up; the others have one that is public.
 */
export async function openWeb(
  pages: Record<string, string | Page>,
  names: Record<string, string[][]> = {},
) {
  const asked: string[] = []
  const dialled: string[] = []
  const sockets: Socket[] = []
  const server = createServer((request, response) => {
    const at = `${request.headers.host}${request.url}`
    asked.push(`${request.method} ${at}`)
    const page = pages[at]
    if (page === undefined) response.writeHead(200).end('a page')
    else if (typeof page === 'string') response.writeHead(302, { Location: page }).end()
    else page(request, response)
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const { port } = server.address() as AddressInfo

  return {
    asked,
    dialled,
    /** Bytes that came in, over all connections. */
    received: () => sockets.reduce((sum, socket) => sum + socket.bytesRead, 0),
    expand: (link: string, limitMs?: number): Promise<LinkAnswer> =>
      expandLink(link, {
        ...(limitMs ? { limitMs } : {}),
        resolve: async (host) => {
          if (/^[\d.]+$|^\[/.test(host)) return [host.replace(/[[\]]/g, '')]
          const given = names[host]
          return (given && given.length > 1 ? given.shift() : given?.[0]) ?? ['93.184.216.34']
        },
        dial: (address, at) => {
          dialled.push(`${address}:${at}`)
          const socket = connect(port, '127.0.0.1')
          sockets.push(socket)
          return socket
        },
      }),
    close: () =>
      new Promise<void>((closed) => {
        server.close(() => closed())
        server.closeAllConnections()
      }),
  }
}
