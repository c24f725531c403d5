import type { EndedAs } from '~/platform/session/ended-as'
import { asPromise, createConnection } from './store/connection'

/** What the phone knows in clear text. Nothing of what a person does or is called. */
export interface PhoneFacts {
  /** Whom the phone belongs to now; null before there is an account. */
  person: string | null
  /** Signed out here, which the server does not know yet: goes before every other request. */
  signedOut: string | null
  /** Stores being moved into another; each is finished at the next start when a kill came between. */
  moving: { from: string | null; to: string }[]
  /** Stores being erased. */
  wiping: (string | null)[]
  /** People who left with unsent deeds: only the outbox of their store is still there. */
  locked: string[]
  /** When somebody left last, ms since 1970 by the phone's clock: what was asked before is nobody's here. */
  leftAt: number
  /** Ended from another phone, and erased since; until the same person is back or has read so. */
  ended: EndedHere | null
  /** Made anew when the phone changes hands. */
  deviceId: string
  /** Why the outbox does not send at present. */
  paused: 'no_session' | 'other_person' | null
  /** Server time minus phone time at the last contact, in ms. */
  skewMs: number
  /** Server time of the last contact, ms since 1970; 0 before the first. */
  contactAt: number
}

export interface EndedHere {
  person: string
  as: EndedAs
  /** How many deeds the server never got: they are gone. */
  lost: number
}

/** The clear-text database `gyeote-phone`. Works in memory where there is no IndexedDB. */
export interface Facts {
  read(): Promise<PhoneFacts>
  /** False while the last read did not reach the disk: what it gave is remembered, or made up. */
  wasRead(): boolean
  /** Read, changed and written in one transaction. Resolves to what stands afterwards. */
  change(to: (facts: PhoneFacts) => Partial<PhoneFacts>): Promise<PhoneFacts>
  close(): void
}

const at = 'phone'

export function createFacts(factory: IDBFactory | null): Facts {
  let remembered = newFacts()
  let wasRead = false
  const connection =
    factory &&
    createConnection(factory, 'gyeote-phone', (database) => database.createObjectStore('facts'))

  return {
    async read() {
      if (!connection) return remembered
      try {
        const found = await connection.run<unknown>(['facts'], 'readonly', (tx) =>
          asPromise<unknown>(tx.objectStore('facts').get(at)),
        )
        if (isRecord(found)) remembered = { ...remembered, ...found }
        wasRead = true
      } catch {
        // What was last seen stands.
        wasRead = false
      }
      return remembered
    },
    wasRead: () => wasRead,
    async change(to) {
      if (!connection) return (remembered = { ...remembered, ...to(remembered) })
      try {
        return await connection.run(['facts'], 'readwrite', async (tx) => {
          const store = tx.objectStore('facts')
          const found = await asPromise<unknown>(store.get(at))
          const facts = isRecord(found) ? { ...newFacts(), ...found } : remembered
          remembered = { ...facts, ...to(facts) }
          await asPromise(store.put(remembered, at))
          return remembered
        })
      } catch {
        return (remembered = { ...remembered, ...to(remembered) })
      }
    },
    close: () => connection?.close(),
  }
}

function newFacts(): PhoneFacts {
  return {
    person: null,
    signedOut: null,
    moving: [],
    wiping: [],
    locked: [],
    leftAt: 0,
    ended: null,
    deviceId: crypto.randomUUID(),
    paused: null,
    skewMs: 0,
    contactAt: 0,
  }
}

const isRecord = (value: unknown): value is Partial<PhoneFacts> =>
  typeof value === 'object' && value !== null
