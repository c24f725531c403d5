import { keyAt, type Shelf } from './shelf'

/** Turns JSON into what may lie on the phone, and names into what they may be called there. */
export interface Sealer {
  readonly keyId: string
  seal(value: unknown): Promise<unknown>
  /** @throws when the record was not sealed with this key, or is damaged. */
  open(sealed: unknown): Promise<unknown>
  /** A name that says nothing, always the same for the same name and key. */
  hide(name: string): Promise<string>
}

interface KeyRecord {
  id: string
  seal: CryptoKey
  hide: CryptoKey
}

interface Sealed {
  iv: Uint8Array<ArrayBuffer>
  data: ArrayBuffer
}

/**
 * The sealer of this shelf, with its non-extractable keys made on first use. The keys lie beside the
 * data: deleting them erases everything at once; they do not protect against who owns the open phone.
 */
export async function openSealer(shelf: Shelf, subtle: SubtleCrypto): Promise<Sealer> {
  const present = await shelf.get('key', keyAt)
  if (isKeyRecord(present)) return sealerWith(present, subtle)
  const made: KeyRecord = {
    id: crypto.randomUUID(),
    seal: await subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']),
    hide: await subtle.generateKey({ name: 'HMAC', hash: 'SHA-256' }, false, ['sign']),
  }
  // Two tabs may make a key at the same moment; the one that lies there afterwards is the key.
  await shelf.change([{ drawer: 'key', addOnce: made, at: keyAt }])
  const kept = await shelf.get('key', keyAt)
  return sealerWith(isKeyRecord(kept) ? kept : made, subtle)
}

function sealerWith(key: KeyRecord, subtle: SubtleCrypto): Sealer {
  return {
    keyId: key.id,
    async seal(value) {
      const iv = crypto.getRandomValues(new Uint8Array(12))
      const clear = new TextEncoder().encode(JSON.stringify(value))
      return { iv, data: await subtle.encrypt({ name: 'AES-GCM', iv }, key.seal, clear) }
    },
    async open(sealed) {
      const { iv, data } = sealed as Sealed
      const clear = await subtle.decrypt({ name: 'AES-GCM', iv }, key.seal, data)
      return JSON.parse(new TextDecoder().decode(clear)) as unknown
    },
    async hide(name) {
      const hidden = await subtle.sign('HMAC', key.hide, new TextEncoder().encode(name))
      return btoa(String.fromCharCode(...new Uint8Array(hidden)))
    },
  }
}

/** For memory, where nothing outlives the page. */
export const openly: Sealer = {
  keyId: '',
  seal: (value) => Promise.resolve(JSON.stringify(value)),
  open: (sealed) => Promise.resolve(JSON.parse(String(sealed)) as unknown),
  hide: (name) => Promise.resolve(name),
}

function isKeyRecord(value: unknown): value is KeyRecord {
  return typeof value === 'object' && value !== null && 'seal' in value && 'hide' in value
}
