import type { EndedAs } from './ended-as'
import type { Viewer } from './viewer'

/** What a route or a use case may do with the session of one request. Cookies are set by the port itself. */
export interface Session {
  /**
   * Null for visitors without a session, and for sessions that were signed out or whose person is gone.
   * @throws {Response} `unavailable` while a process that has just started cannot have the auth server's keys.
   */
  readonly viewer: Viewer | null
  /** Whose session this was, when somebody ended it from another phone; null for one that ran out or was left. */
  readonly ended: EndedSession | null
  /**
   * Set for a week after somebody said "yes, that is me" about a number long silent: until then nothing
   * sensitive (medicines, family) is shown on this device. For policies: `gyeote.is_held()`.
   */
  readonly heldUntil: Date | null
  /**
   * Begins an anonymous session by itself, without a question; returns the present viewer if there is one.
   * @throws {Response} `too_many` or `unavailable` of the error catalogue.
   */
  begin(): Promise<Viewer>
  /**
   * Sends a six-digit code to the number (E.164). The number of an anonymous viewer will be tied to them
   * if it is free; else the code signs in to the account it belongs to.
   */
  sendCode(phone: string): Promise<SendCodeResult>
  /** Checks the code and, when right, becomes whoever the number belongs to. */
  verifyCode(phone: string, code: string): Promise<VerifyCodeResult>
  /** Whose number it is, when that must be answered before `verifyCode` can come to its end. */
  findQuestion(): Promise<NumberQuestion | null>
  /**
   * "Yes" becomes the person of the old account; "no" takes the number from it and begins a new one. May
   * be called again with the same answer: a second tap, or after `unavailable`.
   */
  answerQuestion(isMine: boolean): Promise<AnswerQuestionResult>
  /** Becomes a person of a demo family in one tap. @throws outside a trial, and for people who are not of one. */
  enterAsDemo(person: { id: string; phone: string }): Promise<Viewer>
  /** Ends this device's session, also when the auth server does not answer. */
  signOut(): Promise<void>
}

export interface EndedSession {
  personId: string
  as: EndedAs
}

export type SendCodeResult =
  | { sent: true }
  /** `none_left_today`: the app sends no more text messages on this day, to anybody. */
  | {
      sent: false
      reason: 'too_many' | 'tried_too_often' | 'none_left_today' | 'not_allowed' | 'unavailable'
    }

export type VerifyCodeResult =
  | { verified: true; viewer: Viewer; joined: 'attached' | 'signed_in' | 'adopted' }
  /** `asked`: the code was right, and `findQuestion` is to be answered first. */
  | { verified: false; reason: 'wrong' | 'expired' | 'too_many' | 'unavailable' | 'asked' }

export interface NumberQuestion {
  /** 김○자; null when the account has no name that could be asked about. */
  maskedName: string | null
}

export type AnswerQuestionResult =
  { answered: true } | { answered: false; reason: 'no_question' | 'too_many' | 'unavailable' }
