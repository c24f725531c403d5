import { createServer, type IncomingHttpHeaders, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { systemClock } from '../clock'
import { createTextMessages } from './create-text-messages.server'

let gateway: Server
let status = 200
let deaf = false
const received: { headers: IncomingHttpHeaders; body: string }[] = []

beforeEach(async () => {
  status = 200
  deaf = false
  received.length = 0
  gateway = createServer((incoming, outgoing) => {
    let body = ''
    incoming.on('data', (chunk) => (body += String(chunk)))
    incoming.on('end', () => {
      received.push({ headers: incoming.headers, body })
      if (!deaf) outgoing.writeHead(status, { location: 'http://127.0.0.1:1/' }).end('{}')
    })
  })
  await new Promise<void>((done) => gateway.listen(0, '127.0.0.1', done))
})
afterEach(() => {
  gateway.closeAllConnections()
  gateway.close()
})

const throughGateway = () =>
  createTextMessages(
    {
      SMS_GATEWAY_URL: `http://127.0.0.1:${(gateway.address() as AddressInfo).port}/send`,
      SMS_GATEWAY_TOKEN: 'secret',
    },
    systemClock,
  )
const inTrial = () =>
  createTextMessages({ SMS_GATEWAY_URL: undefined, SMS_GATEWAY_TOKEN: undefined }, systemClock)

test('the gateway gets the number and the words with its token, and nothing is kept', async () => {
  const messages = throughGateway()
  await messages.send('+821012345678', '[곁에] 인증번호 123456.')
  expect(received[0]?.headers.authorization).toBe('Bearer secret')
  expect(JSON.parse(received[0]?.body ?? '')).toEqual({
    to: '+821012345678',
    body: '[곁에] 인증번호 123456.',
  })
  expect(messages.listKept()).toEqual([])
})

test.each([400, 500, 302])(
  'an answer of %i is a failure that names neither number nor code',
  async (code) => {
    status = code
    const failure = throughGateway().send('+821012345678', '인증번호 123456')
    await expect(failure).rejects.toThrow(/gateway/)
    await expect(failure).rejects.not.toThrow(/1234/)
  },
)

test('a gateway that never answers is given up after five seconds', async () => {
  deaf = true
  const began = performance.now()
  await expect(throughGateway().send('+821012345678', 'x')).rejects.toThrow(/gateway/)
  expect(performance.now() - began).toBeGreaterThan(4_500)
}, 8_000)

test('without a gateway the last fifty are kept, the newest first', async () => {
  const messages = inTrial()
  for (let index = 0; index < 60; index++) await messages.send('+821012345678', `${index}`)
  const kept = messages.listKept()
  expect(kept).toHaveLength(50)
  expect(kept[0]?.body).toBe('59')
  expect(kept[49]?.body).toBe('10')
})
