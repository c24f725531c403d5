import { request as askHttp, type ClientRequest, type IncomingHttpHeaders } from 'node:http'
import { request as askHttps } from 'node:https'
import { connect, type Socket } from 'node:net'
import { connect as connectTls } from 'node:tls'

/** Opens the connection to an address that has been checked; nothing else in here knows the way out. */
export type Dial = (address: string, port: number) => Socket
export const dial: Dial = (address, port) => connect({ host: address, port })

export interface Head {
  status: number
  headers: IncomingHttpHeaders
}

/** As a phone would ask: to a program many swindlers show a harmless page. */
const headers = {
  'User-Agent':
    'Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Mobile Safari/537.36',
  Accept: 'text/html,*/*;q=0.8',
  'Accept-Language': 'ko-KR,ko;q=0.9',
  'Accept-Encoding': 'identity',
  Connection: 'close',
}
const mostHeaderBytes = 8 * 1024
/** Of the time that is left, what a server gets that does not know HEAD and says nothing. */
const headLimitMs = 1_200

/**
 * Status and headers of an address, over a connection to `address` and no other. By HEAD, and by GET where
 * that is refused; nothing of a body is read. Sends no cookies and keeps none.
 * @throws when nobody answers, or not within `signal`.
 */
export async function askHead(
  url: URL,
  address: string,
  { signal, dial }: { signal: AbortSignal; dial: Dial },
): Promise<Head> {
  const soon = AbortSignal.any([signal, AbortSignal.timeout(headLimitMs)])
  const head = await askOnce('HEAD', url, address, { signal: soon, dial }).catch(() => null)
  if (head && head.status < 400) return head
  signal.throwIfAborted()
  return askOnce('GET', url, address, { signal, dial }).catch((error: unknown) => {
    if (head) return head
    throw error
  })
}

function askOnce(
  method: 'HEAD' | 'GET',
  url: URL,
  address: string,
  { signal, dial }: { signal: AbortSignal; dial: Dial },
): Promise<Head> {
  return new Promise((resolve, reject) => {
    const secure = url.protocol === 'https:'
    const socket = dial(address, secure ? 443 : 80)
    const asking: ClientRequest = (secure ? askHttps : askHttp)(url, {
      method,
      headers: { ...headers, Host: url.host },
      signal,
      maxHeaderSize: mostHeaderBytes,
      // With an agent beside it this would not be asked for.
      createConnection: () => (secure ? connectTls({ socket, servername: nameOf(url) }) : socket),
    })
    const end = () => {
      asking.destroy()
      socket.destroy()
    }
    asking.on('response', ({ statusCode = 0, headers }) => {
      resolve({ status: statusCode, headers })
      end()
    })
    asking.on('error', (error) => {
      reject(error)
      end()
    })
    // A body that is asked for and a switch of protocols are nothing that we want.
    asking.on('upgrade', () => asking.destroy(new Error('an upgrade')))
    asking.end()
  })
}

/** A certificate is for a name; an address in its place has none to send along. */
const nameOf = ({ hostname }: URL) => (/^\[|^[\d.]+$/.test(hostname) ? '' : hostname)
