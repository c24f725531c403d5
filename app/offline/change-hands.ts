import type { PhoneNews } from './channel'
import type { EndedHere, Facts, PhoneFacts } from './phone-facts'
import type { OutboxEntry } from './store/outbox-drawer'
import type { Store } from './store/store'

/**
 * A phone changes hands in two steps: first one transaction writes down who it belongs to now and what is
 * to be moved and erased; then that is done, each part so that doing it twice does no harm. A kill at any
 * point leaves the list, and the next start goes on with it.
 */
interface House {
  facts: Facts
  storeOf(personId: string | null): Store
  tell(news: PhoneNews): void
}

export function planBecoming(
  facts: PhoneFacts,
  personId: string,
  adopted: string[],
): Partial<PhoneFacts> {
  const moving = [...facts.moving]
  const wiping = [...facts.wiping]
  const locked = new Set(facts.locked)
  const move = (from: string | null) => {
    if (!moving.some((one) => one.from === from && one.to === personId))
      moving.push({ from, to: personId })
  }
  if (facts.person === null) move(null)
  else if (facts.person !== personId) {
    locked.add(facts.person)
    wiping.push(null)
  }
  for (const id of adopted) if (id !== personId && locked.delete(id)) move(id)
  locked.delete(personId)
  return {
    person: personId,
    moving,
    wiping,
    locked: [...locked],
    signedOut: null,
    paused: null,
    ...(facts.ended?.person === personId ? { ended: null } : {}),
  }
}

export function planLeaving(
  facts: PhoneFacts,
  options: {
    keepOutbox: boolean
    serverKnows: boolean
    deviceId: string
    leftAt: number
    ended?: EndedHere
  },
): Partial<PhoneFacts> {
  const { person } = facts
  const keep = options.keepOutbox && person !== null
  return {
    person: null,
    signedOut: options.serverKnows ? null : (person ?? facts.signedOut),
    locked: keep ? [...new Set([...facts.locked, person])] : facts.locked,
    wiping: [...facts.wiping, null, ...(keep || person === null ? [] : [person])],
    deviceId: options.deviceId,
    leftAt: options.leftAt,
    paused: null,
    ...(options.ended ? { ended: options.ended } : {}),
  }
}

/** Moves what waits to be moved. A move that the phone has no room for stays on the list. */
export async function finishMoving({ facts, storeOf, tell }: House): Promise<void> {
  for (const move of (await facts.read()).moving) {
    if (!(await moveStore(storeOf(move.from), storeOf(move.to), move.to))) continue
    await storeOf(move.from).wipe(() => tell({ kind: 'wiped', personId: move.from }))
    await facts.change((now) => ({
      moving: now.moving.filter((one) => one.from !== move.from || one.to !== move.to),
    }))
  }
}

/** Erases what waits to be erased, and of locked stores everything but what the server does not have yet. */
export async function finishErasing({ facts, storeOf, tell }: House): Promise<void> {
  const { wiping, locked } = await facts.read()
  for (const personId of wiping) {
    await storeOf(personId).wipe(() => tell({ kind: 'wiped', personId }))
    await facts.change((now) => ({ wiping: now.wiping.filter((one) => one !== personId) }))
  }
  for (const personId of locked) {
    const store = storeOf(personId)
    await store.forgetCopies()
    await store.outbox.forgetSent(Infinity)
    if (await hasUnsent(store)) continue
    await store.wipe(() => tell({ kind: 'wiped', personId }))
    await facts.change((now) => ({ locked: now.locked.filter((one) => one !== personId) }))
  }
}

/** So many deeds are moved at once: a transaction each takes seconds for a thousand. */
const mostAtOnce = 100

async function moveStore(from: Store, to: Store, personId: string): Promise<boolean> {
  try {
    const entries = (await from.outbox.listOrThrow()).map((entry) => ({
      ...entry,
      command: entry.command && {
        ...entry.command,
        person: from.personId === null ? personId : (entry.command.person ?? from.personId),
      },
    }))
    for (let at = 0; at < entries.length; at += mostAtOnce)
      if (!(await moveDeeds(from, to, entries.slice(at, at + mostAtOnce)))) return false
    for (const kept of await from.listKept()) await to.adopt(kept)
    return true
  } catch {
    return false
  }
}

/** What is no longer here makes room there: where all at once do not fit, one by one may. */
async function moveDeeds(from: Store, to: Store, entries: OutboxEntry[]): Promise<boolean> {
  if (await to.outbox.adopt(entries)) {
    await from.outbox.remove(entries.map(({ id }) => id))
    return true
  }
  if (entries.length === 1) return false
  for (const entry of entries) if (!(await moveDeeds(from, to, [entry]))) return false
  return true
}

async function hasUnsent(store: Store): Promise<boolean> {
  try {
    const entries = await store.outbox.listOrThrow()
    return entries.some(({ state }) => state !== 'sent') || (await store.hasUnsent())
  } catch {
    return true
  }
}
