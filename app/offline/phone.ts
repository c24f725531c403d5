import { createChannel, type Channel } from './channel'
import type { Locks } from './locks'
import { correctedNow, learnTime } from './phone-clock'
import { createFacts, type EndedHere, type PhoneFacts } from './phone-facts'
import { finishErasing, finishMoving, planBecoming, planLeaving } from './change-hands'
import { createIndexedShelf } from './store/indexed-shelf'
import { createMemoryShelf } from './store/memory-shelf'
import { openly, openSealer } from './store/sealer'
import { createStore, type Store } from './store/store'

/** What the browser gives; a test hands over its own. Null is for browsers that do not have it. */
export interface PhoneParts {
  indexedDB: IDBFactory | null
  subtle: SubtleCrypto | null
  locks: Locks
  makeChannel: (() => BroadcastChannel) | null
  /** ms since 1970 by the phone's own clock. */
  now: () => number
}

/** The phone in somebody's hand: whose it is now, what it keeps for them, and what time it is. */
export interface Phone {
  /** Null before there is an account. */
  currentPerson(): Promise<string | null>
  /** The store of whoever the phone belongs to now. Never throws; see `durable`. */
  openStore(): Promise<Store>
  /** False while it cannot be said whose the phone is: the disk gave no answer. */
  isReadable(): boolean
  /** As `openStore`, while nobody else can take the phone over. */
  withStore<T>(work: (store: Store, personId: string | null) => Promise<T>): Promise<T>
  /**
   * From now on the phone belongs to this person. What was kept and done before there was an account
   * becomes theirs. If it belonged to somebody else, their things are erased and their unsent deeds stay
   * locked; unless the account is in `adopted`, whose deeds (and unsent ones) are this person's now.
   * Nothing happens when somebody left after `askedMs`, by the phone's clock.
   */
  becomePerson(personId: string, options?: { adopted?: string[]; askedMs?: number }): Promise<void>
  /**
   * Erases everything kept. `keepOutbox` leaves unsent deeds locked until the same person signs in;
   * `serverKnows` says that the session there has ended already, else that is told before anything else.
   */
  leavePerson(options: { keepOutbox: boolean; serverKnows: boolean }): Promise<void>
  /** Somebody ended this phone from another one: everything kept is erased, what is unsent too. */
  leaveEnded(ended: EndedHere): Promise<void>
  facts(): Promise<PhoneFacts>
  changeFacts(to: (facts: PhoneFacts) => Partial<PhoneFacts>): Promise<PhoneFacts>
  /** The present, corrected when the phone's clock is more than 5 minutes wrong. */
  now(): Date
  /** What `now` adds to the phone's own clock, in ms. */
  correctionMs(): number
  /** The present as a correction has it that was made before. */
  nowUnder(correctionMs: number): Date
  /** Learns from the time a server stamped on an answer (`Date` header or ISO 8601). */
  learnTime(serverTime: string | null, sentMs: number, receivedMs: number): Promise<void>
  readonly locks: Locks
  readonly channel: Channel
  close(): void
}

const handsLock = 'gyeote-person'

export function createPhone(parts: PhoneParts): Phone {
  const facts = createFacts(parts.indexedDB)
  const channel = createChannel(parts.makeChannel)
  const stores = new Map<string | null, Store>()
  let learned = { skewMs: 0, contactAt: 0 }

  function storeOf(personId: string | null): Store {
    const present = stores.get(personId)
    if (present) return present
    const made = makeStore(parts, personId, () => revoke(personId))
    stores.set(personId, made)
    return made
  }

  function revoke(personId: string | null) {
    stores.get(personId)?.revoke()
    stores.delete(personId)
  }

  async function readFacts(): Promise<PhoneFacts> {
    const found = await facts.read()
    learned = { skewMs: found.skewMs, contactAt: found.contactAt }
    return found
  }

  const correctionMs = () => {
    const phoneMs = parts.now()
    return correctedNow(phoneMs, learned).getTime() - phoneMs
  }

  const house = { facts, storeOf, tell: channel.tell }

  const isSettled = ({ moving, wiping }: PhoneFacts) => moving.length + wiping.length === 0

  /** Finishes what a kill interrupted. Resolves to what stands afterwards. */
  async function settle(): Promise<PhoneFacts> {
    const found = await readFacts()
    if (isSettled(found)) return found
    await parts.locks.hold(handsLock, 'exclusive', async () => {
      await finishMoving(house)
      await finishErasing(house)
    })
    return readFacts()
  }

  async function changeHands(plan: (facts: PhoneFacts) => Partial<PhoneFacts>): Promise<void> {
    await parts.locks.hold(handsLock, 'exclusive', async () => {
      await facts.change(plan)
      await finishMoving(house)
      await finishErasing(house)
    })
    channel.tell({ kind: 'person' })
    channel.tell({ kind: 'outbox' })
  }

  const anew = () => ({ deviceId: crypto.randomUUID(), leftAt: parts.now() })

  channel.listen((news) => {
    if (news.kind === 'wiped') revoke(news.personId)
  })

  return {
    locks: parts.locks,
    channel,
    facts: readFacts,
    isReadable: facts.wasRead,
    changeFacts: facts.change,
    currentPerson: async () => (await settle()).person,
    openStore: async () => storeOf((await settle()).person),
    async withStore(work) {
      const hold = <T>(inside: () => Promise<T>) => parts.locks.hold(handsLock, 'shared', inside)
      const workFor = ({ person }: PhoneFacts) => work(storeOf(person), person)
      // A finger waits for this: the facts are read once, and again only after a kill.
      const done = await hold(async () => {
        const found = await readFacts()
        return isSettled(found) ? { value: await workFor(found) } : null
      })
      if (done) return done.value
      await settle()
      return hold(async () => workFor(await readFacts()))
    },
    async becomePerson(personId, { adopted = [], askedMs = Infinity } = {}) {
      const { person, moving, locked } = await readFacts()
      const nothingToDo =
        person === personId && moving.length === 0 && !adopted.some((id) => locked.includes(id))
      if (nothingToDo) return
      await changeHands((now) =>
        now.leftAt >= askedMs ? {} : planBecoming(now, personId, adopted),
      )
    },
    leavePerson: (options) => changeHands((now) => planLeaving(now, { ...options, ...anew() })),
    leaveEnded: (ended) =>
      changeHands((now) =>
        now.person === ended.person
          ? planLeaving(now, { keepOutbox: false, serverKnows: false, ended, ...anew() })
          : {},
      ),
    now: () => correctedNow(parts.now(), learned),
    correctionMs,
    nowUnder: (correction) => new Date(parts.now() + correction),
    async learnTime(serverTime, sentMs, receivedMs) {
      const lesson = learnTime(serverTime, sentMs, receivedMs)
      if (!lesson) return
      learned = lesson
      await facts.change(() => lesson)
    },
    close() {
      channel.close()
      facts.close()
      for (const store of stores.values()) store.close()
    },
  }
}

function makeStore(
  { indexedDB, subtle }: PhoneParts,
  personId: string | null,
  onDelete: () => void,
): Store {
  // Without a key nothing may lie on the disk, so such a phone remembers only while the page is open.
  if (!indexedDB || !subtle)
    return createStore(personId, createMemoryShelf(), () => Promise.resolve(openly))
  const shelf = createIndexedShelf(indexedDB, `gyeote-${personId ?? 'visitor'}`, onDelete)
  return createStore(personId, shelf, () => openSealer(shelf, subtle))
}
