import { createECDH, randomBytes } from 'node:crypto'

export const benchSubject = 'mailto:bench@gyeote.example'

/** Phones whose endpoint begins so are never answered. */
export const silentName = 'silent'

/** Keys are made for so many; encrypting for one costs the same whoever else has them. */
const differentKeys = 50

/** Subscriptions at a push service, each with an endpoint of its own. */
export function benchPhones(host: string, name: string, count: number) {
  const keys = Array.from({ length: Math.min(count, differentKeys) }, () => ({
    p256dh: createECDH('prime256v1').generateKeys().toString('base64url'),
    auth: randomBytes(16).toString('base64url'),
  }))
  return Array.from({ length: count }, (_, n) => ({
    endpoint: `https://${host}/${name}/${n}`,
    keys: keys[n % keys.length] ?? { p256dh: '', auth: '' },
  }))
}
