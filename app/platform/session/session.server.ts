import type { Viewer } from './viewer'

/** What a route or a use case may do with the session of one request. Cookies are set by the port itself. */
export interface Session {
  /** Null for visitors without a session, and for sessions that were signed out or whose person is gone. */
  readonly viewer: Viewer | null
  /** Begins an anonymous session by itself, without a question; returns the present viewer if there is one. */
  begin(): Promise<Viewer>
  /** Sends a six-digit code to the number. When `attach`, it will tie the number to the present person. */
  sendCode(phone: string): Promise<SendCodeResult>
  /** Checks the code and, when right, becomes whoever the number belongs to. */
  verifyCode(phone: string, code: string): Promise<VerifyCodeResult>
  signOut(): Promise<void>
}

export type SendCodeResult =
  | { sent: true }
  | { sent: false; reason: 'too_many' | 'not_allowed' | 'unavailable' }

export type VerifyCodeResult =
  | { verified: true; viewer: Viewer; joined: 'attached' | 'signed_in' | 'adopted' }
  | { verified: false; reason: 'wrong' | 'expired' | 'too_many' | 'unavailable' }
