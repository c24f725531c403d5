import { mkdtemp, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { exportJWK, generateKeyPair } from 'jose'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { loadSigningKey } from './signing-key.server'

let DATA_DIR: string
beforeEach(async () => {
  DATA_DIR = await mkdtemp(join(tmpdir(), 'acc-key-'))
})
afterEach(() => rm(DATA_DIR, { recursive: true }))

test('the key is made once, readable by its owner only, and stays the same', async () => {
  const [first, parallel] = await Promise.all([
    loadSigningKey({ DATA_DIR, AUTH_SIGNING_KEY: undefined }),
    loadSigningKey({ DATA_DIR, AUTH_SIGNING_KEY: undefined }),
  ])
  const file = join(DATA_DIR, 'auth-signing-key.json')
  expect((await stat(file)).mode & 0o777).toBe(0o600)
  const again = await loadSigningKey({ DATA_DIR, AUTH_SIGNING_KEY: undefined })
  expect([parallel.kid, again.kid]).toEqual([first.kid, first.kid])
  expect(again.secretFor('codes')).toEqual(first.secretFor('codes'))
  expect(first.secretFor('codes')).not.toEqual(first.secretFor('refresh tokens'))
  const { d } = JSON.parse(await readFile(file, 'utf8')) as { d: string }
  expect(JSON.stringify(first.publicJwk)).not.toContain(d)
})

test('a key from the environment is used, and nothing is written', async () => {
  const { privateKey } = await generateKeyPair('ES256', { extractable: true })
  const AUTH_SIGNING_KEY = JSON.stringify(await exportJWK(privateKey))
  const key = await loadSigningKey({ DATA_DIR, AUTH_SIGNING_KEY })
  expect(key.publicJwk).toMatchObject({ kty: 'EC', crv: 'P-256', alg: 'ES256' })
  await expect(stat(join(DATA_DIR, 'auth-signing-key.json'))).rejects.toThrow(/ENOENT/)
})

test.each(['nonsense', '{}', '{"kty":"EC","crv":"P-256","x":"a","y":"b"}', 'null'])(
  'AUTH_SIGNING_KEY %j is refused',
  async (AUTH_SIGNING_KEY) => {
    await expect(loadSigningKey({ DATA_DIR, AUTH_SIGNING_KEY })).rejects.toThrow(/AUTH_SIGNING_KEY/)
  },
)
