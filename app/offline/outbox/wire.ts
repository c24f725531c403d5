import { endedAs, type EndedAs } from '~/platform/session/ended-as'

/** The contract of `POST /outbox`, for phone and server. */
export const outboxPath = '/outbox'
export const maxCommands = 100
/** Of a request's body, in bytes. */
export const maxBytes = 256 * 1024

export interface SentCommand {
  /** UUID made on the phone. */
  id: string
  seq: number
  person: string | null
  type: string
  typeV: number
  /** ISO 8601, UTC. */
  occurredAt: string
  payload?: unknown
}

export interface OutboxRequest {
  v: 1
  deviceId: string
  build: string
  /**
   * What the phone's clock shows as it sends, corrected as it was when these were written down, ISO 8601: a wrong
   * clock shows here, whatever has been learned since. Absent where their day was said to be right.
   */
  sentAt?: string
  /** Somebody who signed out on the phone while it had no network: their session ends now. */
  leave?: string
  /** How many deeds the phone keeps besides these, refused ones too; absent on phones of older builds. */
  unsent?: number
  commands: SentCommand[]
}

const statuses = ['accepted', 'duplicate', 'refused', 'retry'] as const

export interface CommandResult {
  id: string
  status: (typeof statuses)[number]
  reason?: string
  result?: unknown
}

export interface OutboxAnswer {
  v: 1
  /** Whose session it is; the phone stamps its commands without a person with it. */
  person: string | null
  /** Anonymous accounts whose deeds are this person's now. */
  adopted?: string[]
  results: CommandResult[]
  /** ISO 8601. */
  serverTime: string
}

/**
 * Beside an answer of 200 or 401: this phone was ended from another one, and is to erase what it keeps. It names the
 * account and the `deviceId` of the very request, which nobody else in between knows.
 */
export interface Ended {
  person: string
  device: string
  as: EndedAs
}

/** Null when the body says nothing of the kind. */
export function readEnded(body: unknown): Ended | null {
  const { v, ended } = (body ?? {}) as { v?: unknown; ended?: unknown }
  if (v !== 1 || typeof ended !== 'object' || ended === null) return null
  const { person, device, as } = ended as Partial<Record<keyof Ended, unknown>>
  const why = endedAs.find((one) => one === as)
  return typeof person === 'string' && typeof device === 'string' && why
    ? { person, device, as: why }
    : null
}

/** Written by hand: a schema library would weigh more on the phone than the whole outbox. */
export function isOutboxAnswer(body: unknown): body is OutboxAnswer {
  if (typeof body !== 'object' || body === null) return false
  const { v, person, adopted, results, serverTime } = body as Partial<
    Record<keyof OutboxAnswer, unknown>
  >
  return (
    v === 1 &&
    (person === null || typeof person === 'string') &&
    typeof serverTime === 'string' &&
    (adopted === undefined || Array.isArray(adopted)) &&
    Array.isArray(results) &&
    results.every(isResult)
  )
}

function isResult(value: unknown): value is CommandResult {
  if (typeof value !== 'object' || value === null) return false
  const { id, status } = value as Partial<Record<keyof CommandResult, unknown>>
  return typeof id === 'string' && statuses.some((one) => one === status)
}
