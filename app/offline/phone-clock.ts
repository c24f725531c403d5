/** A phone clock may be this far off before it is corrected: 5 minutes, as the server allows. */
const trustedMs = 5 * 60_000

export interface LearnedTime {
  /** Server time minus phone time, in ms. */
  skewMs: number
  /** Server time of the last contact, ms since 1970. */
  contactAt: number
}

/** The present, from the phone's own clock unless that is clearly wrong; never before the last contact. */
export function correctedNow(phoneMs: number, learned: LearnedTime): Date {
  const ms = Math.abs(learned.skewMs) > trustedMs ? phoneMs + learned.skewMs : phoneMs
  return new Date(Math.max(ms, learned.contactAt - trustedMs))
}

/**
 * What an answer teaches about the clock. `sentMs` and `receivedMs` are the phone's; the server stamped
 * its time somewhere between. Null when the stamp cannot be read.
 */
export function learnTime(
  serverTime: string | null,
  sentMs: number,
  receivedMs: number,
): LearnedTime | null {
  const server = serverTime === null ? NaN : Date.parse(serverTime)
  if (Number.isNaN(server)) return null
  return { skewMs: Math.round(server - (sentMs + receivedMs) / 2), contactAt: server }
}
