import { Agent } from 'node:https'
import webPush from 'web-push'
import { pushServiceCertificate } from '../../support/push-server'
import { benchPhones, benchSubject } from './phones'

/**
 * `web-push` as its own documentation uses it, over kept connections: so many pushes, several at once. It signs each
 * of them (`each`), or is handed one signature for all, as ours keeps it (`once`).
 */
const [host = '', count = '0', together = '32', privateKey = '', publicKey = '', signs = 'each'] =
  process.argv.slice(2)
const agent = new Agent({
  keepAlive: true,
  ca: pushServiceCertificate,
  maxSockets: Number(together),
})
const phones = benchPhones(host, 'raw', Number(count))
const body = JSON.stringify({
  web_push: 8030,
  notification: { title: '약', body: 'x'.repeat(700) },
})
const vapidDetails = { subject: benchSubject, publicKey, privateKey }
const { Authorization } = webPush.getVapidHeaders(
  `https://${host}`,
  benchSubject,
  publicKey,
  privateKey,
  'aes128gcm',
)
const signed = signs === 'once' ? { headers: { Authorization } } : { vapidDetails }
const push = async () => {
  for (let phone = phones.pop(); phone; phone = phones.pop())
    await webPush.sendNotification(phone, body, {
      ...signed,
      agent,
      TTL: 2_700,
      urgency: 'high',
      topic: 'a'.repeat(22),
    })
}
const before = process.cpuUsage()
const began = performance.now()
await Promise.all(Array.from({ length: Number(together) }, push))
const { user, system } = process.cpuUsage(before)
process.stdout.write(
  JSON.stringify({ cpuMs: (user + system) / 1_000, ms: performance.now() - began }),
)
agent.destroy()
