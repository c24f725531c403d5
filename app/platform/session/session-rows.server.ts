import { sql } from 'kysely'
import { dateIn } from '../clock'
import type { Parts } from '../context.server'
import { claimsOf, type VerifiedToken } from './access-token.server'
import { deviceLabel } from './device-label'
import {
  forgetAllSessions,
  forgetSession,
  rememberState,
  type SessionMemory,
  type SessionState,
} from './session-memory.server'
import type { Viewer } from './viewer'

const today = (parts: Parts) => dateIn('Asia/Seoul', parts.clock.now())

/**
 * Whether the session still counts: one indexed read, and after that none for twenty seconds, so a device
 * that is signed out loses its session at once in this process and soon in every other.
 */
export async function checkSession(
  parts: Parts,
  memory: SessionMemory,
  { claims, viewer }: VerifiedToken,
): Promise<SessionState> {
  const known = memory.states.get(viewer.sessionId)
  if (known && known.until > parts.clock.now().getTime()) return known
  const { rows } = await parts.db.asViewer(claims, (tx) =>
    sql<SessionState>`
      select state, held_until as "heldUntil", ended_as as "endedAs", adopts, numberless from gyeote.check_session(${today(parts)}::date)`.execute(
      tx,
    ),
  )
  const state = rows[0] ?? {
    state: 'gone',
    heldUntil: null,
    endedAs: null,
    adopts: false,
    numberless: false,
  }
  rememberState(memory, viewer.sessionId, state, parts.clock.now())
  return state
}

/**
 * The rows of the person and of this device, made when a session begins and at no other moment.
 * @returns true when it must first be asked whose number it is: see `number-question.server.ts`.
 */
export async function arrive(parts: Parts, viewer: Viewer, userAgent: string): Promise<boolean> {
  const { rows } = await parts.db.asViewer(claimsOf(viewer), (tx) =>
    sql<{ asked: boolean }>`
      select gyeote.arrive(${deviceLabel(userAgent)}, ${today(parts)}::date) as asked`.execute(tx),
  )
  forgetSession(parts.db, viewer.sessionId)
  return rows[0]?.asked === true
}

/** The answer "yes". @returns false when there is no such question any more. */
export async function confirmNumber(
  parts: Parts,
  viewer: Viewer,
  heldUntil: Date,
): Promise<boolean> {
  const { rows } = await parts.db.asViewer(claimsOf(viewer), (tx) =>
    sql<{ done: boolean }>`
      select gyeote.confirm_number(${heldUntil}, ${today(parts)}::date) as done`.execute(tx),
  )
  forgetSession(parts.db, viewer.sessionId)
  return rows[0]?.done === true
}

/** The answer "no", which closes every other open question about the same account. */
export async function declineNumber(parts: Parts, viewer: Viewer): Promise<boolean> {
  const { rows } = await parts.db.asViewer(claimsOf(viewer), (tx) =>
    sql<{ done: boolean }>`select gyeote.decline_number() as done`.execute(tx),
  )
  forgetAllSessions(parts.db)
  return rows[0]?.done === true
}

/** From now on every process refuses the session, whatever the auth server says. */
export async function endDevice(parts: Parts, viewer: Viewer): Promise<void> {
  await parts.db.asViewer(claimsOf(viewer), (tx) =>
    tx
      .updateTable('gyeote.devices')
      .set({ signed_out_at: parts.clock.now() })
      .where('person_id', '=', viewer.personId)
      .where('session_id', '=', viewer.sessionId)
      .where('signed_out_at', 'is', null)
      .execute(),
  )
  forgetSession(parts.db, viewer.sessionId)
}

/** Ends every session of the person. */
export async function endAllDevices(parts: Parts, viewer: Viewer): Promise<void> {
  await parts.db.asViewer(claimsOf(viewer), (tx) =>
    tx
      .updateTable('gyeote.devices')
      .set({ signed_out_at: parts.clock.now() })
      .where('person_id', '=', viewer.personId)
      .where('signed_out_at', 'is', null)
      .execute(),
  )
  forgetAllSessions(parts.db)
}

/**
 * Moves everything of the anonymous account into the other. The proof is made with the rights of the one
 * and used with the rights of the other, so only who holds both sessions can adopt. In a session that has only just said
 * whose number it is everything waits until its week is over (decision 0007).
 */
export async function adoptAnonymous(
  parts: Parts,
  anonymous: Viewer,
  person: Viewer,
): Promise<void> {
  const offered = await parts.db.asViewer(claimsOf(anonymous), (tx) =>
    sql<{ proof: string }>`select gyeote.offer_adoption() as proof`.execute(tx),
  )
  const proof = String(offered.rows[0]?.proof)
  await parts.db.asViewer(claimsOf(person), (tx) =>
    sql`select gyeote.adopt_anonymous(${anonymous.personId}, ${proof})`.execute(tx),
  )
  forgetSession(parts.db, anonymous.sessionId)
}

/** The number of the viewer's token onto their family links, which may still have an earlier one or none. */
export async function noteOwnNumber(parts: Parts, viewer: Viewer): Promise<void> {
  if (viewer.phone === null) return
  await parts.db.asViewer(claimsOf(viewer), (tx) =>
    sql`select gyeote.note_own_number()`.execute(tx),
  )
}

/** What waited along with a session that has just become certain of itself: see `adoptAnonymous`. */
export async function adoptWaiting(parts: Parts, viewer: Viewer): Promise<void> {
  await parts.db.asViewer(claimsOf(viewer), (tx) => sql`select gyeote.adopt_waiting()`.execute(tx))
  forgetSession(parts.db, viewer.sessionId)
}

/** Whether the one's rows were moved to the other before. */
export async function hasAdopted(
  parts: Parts,
  person: Viewer,
  anonymousId: string,
): Promise<boolean> {
  const row = await parts.db.asViewer(claimsOf(person), (tx) =>
    tx
      .selectFrom('gyeote.adoptions')
      .select('adopted_id')
      .where('person_id', '=', person.personId)
      .where('adopted_id', '=', anonymousId)
      .executeTakeFirst(),
  )
  return row !== undefined
}

export async function isDemo(parts: Parts, personId: string): Promise<boolean> {
  const person = await parts.db.asViewer({ sub: personId }, (tx) =>
    tx.selectFrom('gyeote.people').select('is_demo').where('id', '=', personId).executeTakeFirst(),
  )
  return person?.is_demo === true
}
