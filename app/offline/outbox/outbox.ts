import { v7 } from 'uuid'
import type { Phone } from '../phone'
import type { OutboxEntry, WaitingCommand } from '../store/outbox-drawer'
import { deliverSignOut, flushOutbox, tellReach, type Flushed } from './flush'
import type { PhoneRefusal } from './refusal'
import { sendTheUnsent, type SendUnsent } from './send-unsent'
import type { CommandResult } from './wire'

/** A deed to add: what kind, in which version, what, and what it is about (see `WaitingCommand`). */
export type NewCommand = Pick<WaitingCommand, 'type' | 'typeV' | 'payload' | 'aggregate'>

export type Added =
  | { status: 'sent'; id: string; result?: unknown }
  /** `kept` is false when it lies in this page's memory only: tell the person to keep the page open. */
  | { status: 'waiting'; id: string; kept: boolean }
  | { status: 'refused'; id: string; reason: string }

export interface OutboxView {
  waiting: OutboxEntry[]
  /** The server has it, but what the page or the phone got from the server may be older than that. */
  sent: OutboxEntry[]
  /** Explained to the person, kept until they retry or drop it. */
  refused: OutboxEntry[]
  paused: 'no_session' | 'other_person' | null
}

export const emptyView: OutboxView = { waiting: [], sent: [], refused: [], paused: null }

export interface Outbox {
  /**
   * Stores first, then tries to send. Answers within 4 seconds in any case; never throws. `onKept` is called
   * as soon as the deed is safe on the phone (true) or in this page's memory (false).
   */
  add(command: NewCommand, onKept?: (kept: boolean) => void): Promise<Added>
  /** Sends the deeds, and once none is left what else is unsent. */
  flush(): Promise<Flushed>
  /** True when no sign-out waits to be told to the server. */
  deliverSignOut(): Promise<boolean>
  /** Asks whether this phone was ended from another one, and erases everything if so. Never throws. */
  askWhetherEnded(): Promise<void>
  /** Says to the server that the phone is here, once everything that could be sent has been. */
  tellReach(): Promise<void>
  /** A refused deed is sent once more, under the same id. */
  retry(id: string): Promise<void>
  /** The person gives a deed up. */
  drop(id: string): Promise<void>
  /** What was last seen; `subscribe` says when to look again. The same object until something changes. */
  view(): OutboxView
  subscribe(changed: () => void): () => void
  /** Reads the store again. */
  refresh(): Promise<void>
}

export interface OutboxParts {
  phone: Phone
  fetch: typeof fetch
  build: string
  /** See `Flusher.whenEnded`. */
  whenEnded?: () => Promise<unknown>
  /** Sends what is unsent besides deeds. */
  sendUnsent?: SendUnsent
  /** Asks the browser for Background Sync, where there is one. */
  askForSync?: () => void
  answerLimitMs?: number
}

export function createOutbox(parts: OutboxParts): Outbox {
  const { phone, answerLimitMs = 4_000 } = parts
  const listeners = new Set<() => void>()
  let seen = emptyView
  let reading = Promise.resolve()
  let addedHere = 0

  function show(view: OutboxView) {
    if (isSameView(view, seen)) return
    seen = view
    listeners.forEach((changed) => changed())
  }

  async function read(): Promise<void> {
    const before = addedHere
    const store = await phone.openStore()
    const [entries, { paused }] = await Promise.all([store.outbox.list(), phone.facts()])
    // Something was added meanwhile and is shown: what was read knows nothing of it.
    if (addedHere !== before) return read()
    show(viewOf(entries, paused))
  }

  /** What has just been kept is shown without reading everything anew: a finger waits for it. */
  function showAdded(command: WaitingCommand, durable: boolean) {
    addedHere += 1
    const entry: OutboxEntry = {
      seq: Number.MAX_SAFE_INTEGER,
      id: command.id,
      state: 'waiting',
      reason: null,
      sentAt: null,
      command,
      durable,
    }
    show({ ...seen, waiting: [...seen.waiting, entry] })
  }

  /** Several changes at once are read once: the read that is already waiting sees them all. */
  let queued = false
  function refresh(): Promise<void> {
    if (!queued) {
      queued = true
      const readAnew = () => {
        queued = false
        return read()
      }
      reading = reading.then(readAnew, readAnew)
    }
    return reading
  }

  phone.channel.listen((news) => {
    if (news.kind === 'outbox' || news.kind === 'person') void refresh()
  })

  async function change(work: () => Promise<void>) {
    await work()
    phone.channel.tell({ kind: 'outbox' })
    await refresh()
  }

  /** One that has not had its turn yet sends everything, so a second would find nothing to do. */
  let next: Promise<Flushed> | undefined
  const flushDeeds = () => (next ??= flushOutbox(parts, () => (next = undefined)))
  let nextUnsent: Promise<Flushed> | undefined
  const flushUnsent = () => (nextUnsent ??= sendTheUnsent(parts, () => (nextUnsent = undefined)))
  async function flush() {
    const deeds = await flushDeeds()
    return deeds.left === 'nothing' ? flushUnsent() : deeds
  }

  return {
    flush,
    refresh,
    deliverSignOut: () => deliverSignOut(parts),
    askWhetherEnded: () => tellReach(parts),
    async tellReach() {
      await flushDeeds()
      await tellReach(parts)
    },
    async add(given, onKept) {
      const id = v7()
      const { command, kept } = await phone.withStore(async (store, person) => {
        const correctedByMs = phone.correctionMs()
        const occurredAt = phone.nowUnder(correctedByMs).toISOString()
        const command = { ...given, id, person, occurredAt, correctedByMs }
        return { command, kept: await store.outbox.add(command) }
      })
      // Before anybody can see it: whoever sees it may close the page at once.
      parts.askForSync?.()
      showAdded(command, kept)
      onKept?.(kept)
      const result = resultOf(phone, id)
      await change(() => Promise.resolve())
      void flush()
      const known = await withLimit(result.promise, answerLimitMs)
      result.stop()
      if (!known) return { status: 'waiting', id, kept }
      return known.status === 'refused'
        ? { status: 'refused', id, reason: known.reason ?? ('unexplained' satisfies PhoneRefusal) }
        : { status: 'sent', id, ...('result' in known ? { result: known.result } : {}) }
    },
    retry: (id) =>
      change(async () => {
        await phone.withStore((store) => store.outbox.retry(id))
        void flush()
      }),
    drop: (id) => change(() => phone.withStore((store) => store.outbox.remove([id]))),
    view: () => seen,
    subscribe(changed) {
      listeners.add(changed)
      return () => void listeners.delete(changed)
    },
  }
}

function viewOf(entries: OutboxEntry[], paused: OutboxView['paused']): OutboxView {
  if (entries.length === 0 && paused === null) return emptyView
  const those = (state: OutboxEntry['state']) => entries.filter((entry) => entry.state === state)
  return { waiting: those('waiting'), sent: those('sent'), refused: those('refused'), paused }
}

/** Whether pages would show the same: the place in the order of adding is no part of that. */
function isSameView(one: OutboxView, other: OutboxView): boolean {
  const areSame = (some: OutboxEntry[], others: OutboxEntry[]) =>
    some.length === others.length && some.every((entry, at) => isSameEntry(entry, others[at]))
  return (
    one.paused === other.paused &&
    areSame(one.waiting, other.waiting) &&
    areSame(one.sent, other.sent) &&
    areSame(one.refused, other.refused)
  )
}

const isSameEntry = (one: OutboxEntry, other: OutboxEntry | undefined): boolean =>
  one.id === other?.id &&
  one.reason === other.reason &&
  one.sentAt === other.sentAt &&
  one.durable === other.durable &&
  one.command === other.command

/** What became of one command, whoever sent it: this page, another tab or the worker. */
function resultOf(phone: Phone, id: string) {
  let stop = () => undefined as void
  const promise = new Promise<CommandResult>((resolve) => {
    stop = phone.channel.listen((news) => {
      if (news.kind !== 'results') return
      const result = news.results.find((one) => one.id === id && one.status !== 'retry')
      if (result) resolve(result)
    })
  })
  return { promise, stop: () => stop() }
}

function withLimit<T>(work: Promise<T>, limitMs: number): Promise<T | null> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(null), limitMs)
    void work.then((value) => {
      clearTimeout(timer)
      resolve(value)
    })
  })
}
