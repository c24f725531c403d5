import { hkdfSync } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import {
  calculateJwkThumbprint,
  exportJWK,
  generateKeyPair,
  importJWK,
  type CryptoKey,
  type JWK,
} from 'jose'
import type { Env } from '../env.server'

/** The key that signs access tokens (ES256), and secrets for other purposes derived from it. */
export interface SigningKey {
  kid: string
  privateKey: CryptoKey
  publicJwk: JWK
  /** 32 bytes, always the same for the same key and purpose. */
  secretFor(purpose: 'codes' | 'refresh tokens'): Buffer
}

const fileName = 'auth-signing-key.json'

/**
 * The key from `AUTH_SIGNING_KEY` (a private JWK on P-256), else the one kept in `DATA_DIR`, made there
 * once with mode 0600. Several processes need the same key in their environment.
 * @throws when the JWK is not a private ES256 key.
 */
export async function loadSigningKey(
  env: Pick<Env, 'AUTH_SIGNING_KEY' | 'DATA_DIR'>,
): Promise<SigningKey> {
  if (env.AUTH_SIGNING_KEY) return signingKeyFrom(env.AUTH_SIGNING_KEY)
  const path = join(env.DATA_DIR, fileName)
  try {
    return await signingKeyFrom(await readFile(path, 'utf8'))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
  }
  const { privateKey } = await generateKeyPair('ES256', { extractable: true })
  const text = JSON.stringify(await exportJWK(privateKey))
  await mkdir(env.DATA_DIR, { recursive: true })
  try {
    await writeFile(path, text, { mode: 0o600, flag: 'wx' })
    return await signingKeyFrom(text)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    return signingKeyFrom(await readFile(path, 'utf8'))
  }
}

/** @param text a private JWK on P-256 as JSON */
export async function signingKeyFrom(text: string): Promise<SigningKey> {
  const jwk = parseJwk(text)
  if (jwk?.kty !== 'EC' || jwk.crv !== 'P-256' || !jwk.d)
    throw new Error('AUTH_SIGNING_KEY is not a private key on P-256 as a JWK (JSON)')
  const { d, ...rest } = jwk
  const publicJwk: JWK = { kty: rest.kty, crv: rest.crv, x: rest.x, y: rest.y }
  const kid = await calculateJwkThumbprint(publicJwk)
  const privateKey = await importJWK({ ...jwk, alg: 'ES256' }, 'ES256')
  if (privateKey instanceof Uint8Array) throw new Error('AUTH_SIGNING_KEY is not an ES256 key')
  return {
    kid,
    privateKey,
    publicJwk: { ...publicJwk, kid, alg: 'ES256', use: 'sig', key_ops: ['verify'] },
    secretFor: (purpose) =>
      Buffer.from(hkdfSync('sha256', Buffer.from(d, 'base64url'), '', `gyeote ${purpose}`, 32)),
  }
}

function parseJwk(text: string): JWK | null {
  try {
    return JSON.parse(text) as JWK
  } catch {
    return null
  }
}
