import { createECDH, hkdfSync, randomBytes } from 'node:crypto'
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import webPush from 'web-push'
import type { Env } from '../env.server'

/** The keys by which push services know this installation; phones subscribe to the public one for good. */
export interface VapidKeys {
  /** Base64url, 65 bytes uncompressed. */
  publicKey: string
  /** Base64url, 32 bytes. */
  privateKey: string
  secretFor(purpose: 'topics' | 'receipts' | 'weekly'): Buffer
}

const fileName = 'vapid-keys.json'

/**
 * From `VAPID_PRIVATE_KEY`, else those kept in `DATA_DIR`, made there once with mode 0600. Several processes
 * that share no folder need it in their environment.
 * @throws when the key is no private key on P-256.
 */
export async function loadVapidKeys(
  env: Pick<Env, 'VAPID_PRIVATE_KEY' | 'DATA_DIR'>,
): Promise<VapidKeys> {
  if (env.VAPID_PRIVATE_KEY) return vapidKeysFrom(env.VAPID_PRIVATE_KEY)
  const path = join(env.DATA_DIR, fileName)
  const kept = await readKept(path)
  if (kept) return kept
  await mkdir(env.DATA_DIR, { recursive: true })
  // Whole or not at all under its name, so that no other process reads half a key.
  const own = `${path}.${randomBytes(6).toString('hex')}`
  try {
    await writeFile(own, JSON.stringify(webPush.generateVAPIDKeys()), { mode: 0o600, flag: 'wx' })
    await link(own, path)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  } finally {
    await rm(own, { force: true })
  }
  const made = await readKept(path)
  if (!made) throw new Error(`${path} could not be made`)
  return made
}

async function readKept(path: string): Promise<VapidKeys | null> {
  try {
    const { privateKey } = JSON.parse(await readFile(path, 'utf8')) as { privateKey?: unknown }
    return vapidKeysFrom(String(privateKey))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}

/** @param privateKey base64url; the public one follows from it */
export function vapidKeysFrom(privateKey: string): VapidKeys {
  const bytes = Buffer.from(privateKey, 'base64url')
  const curve = createECDH('prime256v1')
  try {
    if (bytes.length !== 32) throw new RangeError('not 32 bytes')
    curve.setPrivateKey(bytes)
  } catch {
    throw new Error('VAPID_PRIVATE_KEY is not a private key on P-256 (32 bytes as base64url)')
  }
  return {
    publicKey: curve.getPublicKey().toString('base64url'),
    privateKey,
    secretFor: (purpose) =>
      Buffer.from(hkdfSync('sha256', bytes, '', `gyeote push ${purpose}`, 32)),
  }
}
