import { Agent, request } from 'node:http'

/** What one connection asks next. */
export interface Ask {
  path: string
  method?: 'GET' | 'POST'
  headers?: Record<string, string>
  body?: string
  /** Refuses an answer that is fast because nothing was done. */
  accept(status: number, body: string): boolean
}

export interface Load {
  /** Milliseconds from the request to the last byte, one per request. */
  latencies: number[]
  seconds: number
}

/** A closed loop: each of `connections` asks, waits for the whole answer, and asks again, until `ms` are over. */
export async function generateLoad(
  base: string,
  connections: number,
  ms: number,
  next: (connection: number) => Ask,
): Promise<Load> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections })
  const latencies: number[] = []
  const began = performance.now()
  const loop = async (connection: number) => {
    while (performance.now() - began < ms) {
      const ask = next(connection)
      const asked = performance.now()
      const { status, body } = await send(agent, base, ask)
      latencies.push(performance.now() - asked)
      if (!ask.accept(status, body))
        throw new Error(`${ask.path} answered ${status}: ${body.slice(0, 200)}`)
    }
  }
  await Promise.all(Array.from({ length: connections }, (_, connection) => loop(connection)))
  agent.destroy()
  return { latencies, seconds: (performance.now() - began) / 1000 }
}

export function send(
  agent: Agent,
  base: string,
  { path, method = 'GET', headers = {}, body }: Omit<Ask, 'accept'>,
): Promise<{ status: number; body: string; cookies: string[] }> {
  return new Promise((done, fail) => {
    const sent = request(`${base}${path}`, { agent, method, headers }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('error', fail)
      response.on('end', () =>
        done({
          status: response.statusCode ?? 0,
          body: Buffer.concat(chunks).toString(),
          cookies: response.headers['set-cookie'] ?? [],
        }),
      )
    })
    sent.on('error', fail)
    sent.end(body)
  })
}
