import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto'

const keyBytes = 32

/** `salt:key`, both base64url. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16)
  return `${salt.toString('base64url')}:${(await derive(password, salt)).toString('base64url')}`
}

export async function passwordFits(password: string, hash: string): Promise<boolean> {
  const [salt = '', key = ''] = hash.split(':')
  const kept = Buffer.from(key, 'base64url')
  const given = await derive(password, Buffer.from(salt, 'base64url'))
  return kept.length === keyBytes && timingSafeEqual(kept, given)
}

const derive = (password: string, salt: Buffer) =>
  new Promise<Buffer>((done, fail) =>
    scrypt(password, salt, keyBytes, (error, key) => (error ? fail(error) : done(key))),
  )
