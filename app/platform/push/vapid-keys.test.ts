import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { loadVapidKeys, vapidKeysFrom } from './vapid-keys.server'

const parent = mkdtempSync(join(tmpdir(), 'gyeote-vapid-'))
afterAll(() => rmSync(parent, { recursive: true, force: true }))

describe('the keys push services know us by', () => {
  it('are made once, for all processes that begin together, and nobody else may read them', async () => {
    const DATA_DIR = join(parent, 'new')
    const made = await Promise.all(Array.from({ length: 5 }, () => loadVapidKeys({ DATA_DIR })))
    expect(new Set(made.map(({ publicKey }) => publicKey)).size).toBe(1)
    expect((await loadVapidKeys({ DATA_DIR })).publicKey).toBe(made[0]?.publicKey)
    expect(readdirSync(DATA_DIR)).toEqual(['vapid-keys.json'])
    expect(statSync(join(DATA_DIR, 'vapid-keys.json')).mode & 0o777).toBe(0o600)
  })

  it('are those of the environment where there are some', async () => {
    const VAPID_PRIVATE_KEY = Buffer.alloc(32, 7).toString('base64url')
    const keys = await loadVapidKeys({ DATA_DIR: join(parent, 'none'), VAPID_PRIVATE_KEY })
    expect(keys.publicKey).toBe(vapidKeysFrom(VAPID_PRIVATE_KEY).publicKey)
    expect(Buffer.from(keys.publicKey, 'base64url')).toHaveLength(65)
  })

  it.each([
    '',
    'AAAA',
    Buffer.alloc(32).toString('base64url'),
    Buffer.alloc(33, 1).toString('hex'),
  ])('are not made of %j', (key) => expect(() => vapidKeysFrom(key)).toThrow('VAPID_PRIVATE_KEY'))

  it('are not made anew over what cannot be read', async () => {
    writeFileSync(join(parent, 'vapid-keys.json'), '{"privateKey": "half')
    await expect(loadVapidKeys({ DATA_DIR: parent })).rejects.toThrow()
  })

  it('give secrets that differ by purpose and key', () => {
    const [one, other] = [3, 4].map((n) => vapidKeysFrom(Buffer.alloc(32, n).toString('base64url')))
    const secrets = [one, other].flatMap((keys) =>
      (['topics', 'receipts'] as const).map((purpose) => keys?.secretFor(purpose).toString('hex')),
    )
    expect(new Set(secrets).size).toBe(4)
  })
})
