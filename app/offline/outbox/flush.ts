import type { Phone } from '../phone'
import type { OutboxEntry } from '../store/outbox-drawer'
import type { Store } from '../store/store'
import { nextBatch } from './batch'
import { eraseWhenEnded } from './erase-when-ended'
import { postOutbox } from './post'
import type { PhoneRefusal } from './refusal'
import { maxCommands, type CommandResult, type OutboxAnswer } from './wire'

/** `later`: something still waits and may be tried again after `afterMs` (null: as the caller likes). */
export type Flushed =
  { left: 'nothing' } | { left: 'paused' } | { left: 'later'; afterMs: number | null }

interface Flusher {
  phone: Phone
  fetch: typeof fetch
  /** Which build of the app sends; for the server's log of who is still out there. */
  build: string
  /** The phone was ended from another one and is erased: nothing is to ring on it any more. */
  whenEnded?: () => Promise<unknown>
}

/**
 * Sends what waits, in order, one flusher at a time across tabs and the worker. An entry counts as sent only
 * after the server has listed its id. `onTurn` is called when it is this flusher's turn: what was added
 * before that is sent.
 */
export function flushOutbox(flusher: Flusher, onTurn: () => void): Promise<Flushed> {
  return flusher.phone.locks.hold('gyeote-flush', 'exclusive', async () => {
    onTurn()
    const left = await tellSignOut(flusher)
    if (left) return left
    await askForAdopted(flusher)
    return sendAll(flusher)
  })
}

/**
 * Ends the session of somebody who signed out without a network. True when the server knows; before that
 * nothing else may be asked of it.
 */
export function deliverSignOut(flusher: Flusher): Promise<boolean> {
  return flusher.phone.locks.hold(
    'gyeote-flush',
    'exclusive',
    async () => (await tellSignOut(flusher)) === null,
  )
}

async function tellSignOut({ phone, fetch, build }: Flusher): Promise<Flushed | null> {
  const { signedOut, deviceId } = await phone.facts()
  if (signedOut === null) return null
  const posted = await postOutbox(fetch, { v: 1, deviceId, build, leave: signedOut, commands: [] })
  if (posted.kind === 'no_answer') return { left: 'later', afterMs: posted.afterMs }
  await phone.changeFacts((now) => (now.signedOut === signedOut ? { signedOut: null } : {}))
  return null
}

/** Somebody else's unsent deeds lie on this phone: perhaps the server knows that they are this person's. */
async function askForAdopted(flusher: Flusher): Promise<void> {
  const { phone, fetch, build } = flusher
  const { locked, person, deviceId } = await phone.facts()
  if (locked.length === 0 || person === null) return
  const posted = await postOutbox(fetch, { v: 1, deviceId, build, commands: [] })
  if (posted.kind === 'answered') await takePerson(phone, posted.answer)
  await eraseWhenEnded(flusher, posted)
}

async function sendAll(flusher: Flusher): Promise<Flushed> {
  const { phone, fetch, build } = flusher
  const stopped = new Set<string>()
  const settled = new Set<string>()
  let most = maxCommands
  for (;;) {
    const store = await phone.openStore()
    const entries = (await store.outbox.list()).filter(({ id }) => !settled.has(id))
    const batch = nextBatch(entries, stopped, most)
    for (const id of batch.tooLarge) await refuseAsTooLarge(store, id)
    if (batch.commands.length === 0)
      return stopped.size > 0 ? { left: 'later', afterMs: null } : { left: 'nothing' }

    const { deviceId } = await phone.facts()
    const sentMs = phone.nowUnder(0).getTime()
    const correctedByMs = batch.correctedByMs ?? phone.correctionMs()
    const clock = batch.confirmed ? {} : { sentAt: phone.nowUnder(correctedByMs).toISOString() }
    const { commands } = batch
    const unsent = countUnsent(entries, commands)
    const posted = await postOutbox(fetch, { v: 1, deviceId, build, ...clock, unsent, commands })
    if (posted.kind === 'no_answer') return { left: 'later', afterMs: posted.afterMs }
    if (posted.kind === 'ended')
      return (await eraseWhenEnded(flusher, posted))
        ? ((await tellSignOut(flusher)) ?? { left: 'nothing' })
        : pause(phone, 'no_session')
    if (posted.kind === 'no_session') return pause(phone, 'no_session')
    if (posted.kind === 'too_large') {
      if (most === 1) await refuseAsTooLarge(store, batch.commands[0]?.id ?? '')
      else most = Math.ceil(batch.commands.length / 2)
      continue
    }
    await phone.learnTime(posted.answer.serverTime, sentMs, phone.nowUnder(0).getTime())
    const handled = await takeAnswer(phone, store, posted.answer)
    if (handled === 'other_person') return pause(phone, 'other_person')
    const listed = new Map(posted.answer.results.map((result) => [result.id, result.status]))
    // What the server did not list, or wants again, holds back everything of the same aggregate.
    for (const { id } of batch.commands) {
      const wanted = (listed.get(id) ?? 'retry') === 'retry'
      const command = entries.find((entry) => entry.id === id)?.command
      if (wanted && command) stopped.add(command.aggregate)
      else settled.add(id)
    }
  }
}

/** What stays on the phone while these are sent. */
function countUnsent(entries: OutboxEntry[], sending: readonly { id: string }[]): number {
  const isSending = new Set(sending.map(({ id }) => id))
  return entries.filter(({ id, state }) => state !== 'sent' && !isSending.has(id)).length
}

/** Tells the server that this person's phone is here, and how much is left on it. Never throws. */
export async function tellReach(flusher: Flusher): Promise<void> {
  const { phone, fetch, build } = flusher
  const { deviceId, person } = await phone.facts()
  const store = await phone.openStore()
  if (person === null || store.personId !== person) return
  const unsent = countUnsent(await store.outbox.list(), [])
  const posted = await postOutbox(fetch, { v: 1, deviceId, build, unsent, commands: [] })
  if (await eraseWhenEnded(flusher, posted)) await deliverSignOut(flusher)
}

const refuseAsTooLarge = (store: Store, id: string) =>
  store.outbox.refuse(id, 'too_large' satisfies PhoneRefusal)

async function pause(
  phone: Phone,
  paused: 'no_session' | 'other_person',
): Promise<{ left: 'paused' }> {
  await phone.changeFacts(() => ({ paused }))
  phone.channel.tell({ kind: 'outbox' })
  return { left: 'paused' }
}

async function takeAnswer(
  phone: Phone,
  store: Store,
  answer: OutboxAnswer,
): Promise<'other_person' | 'done'> {
  const current = (await phone.facts()).person
  // The phone changed hands while the answer was under way: whatever is still there is sent again.
  if (current !== store.personId) return 'done'
  const foreign = answer.results.some(isOtherPerson)
  const settled = answer.results.filter((result) => !isOtherPerson(result))
  await store.outbox.markSent(
    settled
      .filter(({ status }) => status === 'accepted' || status === 'duplicate')
      .map(({ id }) => id),
    Date.now(),
  )
  for (const { id, status, reason } of settled)
    if (status === 'refused')
      await store.outbox.refuse(id, reason ?? ('unexplained' satisfies PhoneRefusal))
  await phone.changeFacts(({ paused }) => (foreign || paused === null ? {} : { paused: null }))
  phone.channel.tell({ kind: 'results', results: settled })
  await takePerson(phone, answer)
  phone.channel.tell({ kind: 'outbox' })
  return foreign ? 'other_person' : 'done'
}

/** The first contact says who a visitor is now, and whose unsent deeds on this phone are theirs as well. */
async function takePerson(phone: Phone, { person, adopted = [] }: OutboxAnswer): Promise<void> {
  if (person === null) return
  const current = (await phone.facts()).person
  if (current === null || current === person) await phone.becomePerson(person, { adopted })
}

/** Not the person's own fault: the deed waits for whoever did it. */
const isOtherPerson = ({ status, reason }: CommandResult) =>
  status === 'refused' && reason === 'other_person'
