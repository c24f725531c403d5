/** Which push services a process finds silent. Times are ms of one clock that only goes on. */
export interface Silences {
  /** Whether a push to this service is worth a connection now; of a silent one, one push in half a minute finds out. */
  mayTry(endpoint: string, now: number): boolean
  note(endpoint: string, hasAnswered: boolean, now: number): void
  /**
   * How long a push that may not be tried waits: as long as the service has been silent, so that a long silence of a
   * large one does not have all of its people looked at every half minute.
   */
  waitMs(endpoint: string, now: number): number
}

/** So many pushes in a row without an answer, from one phone's or another's. */
const enough = 8
export const leftAloneMs = 30_000
const longestWaitMs = 5 * 60_000

/**
 * A push that is not answered holds its place for ten seconds: without this, the phones of every other push service
 * wait behind those of one that is silent.
 */
export function createSilences(): Silences {
  const unanswered = new Map<string, number>()
  const triedAgainAt = new Map<string, number>()
  const silentSince = new Map<string, number>()
  return {
    mayTry(endpoint, now) {
      const { origin } = new URL(endpoint)
      if (now < (triedAgainAt.get(origin) ?? 0)) return false
      if (triedAgainAt.has(origin)) triedAgainAt.set(origin, now + leftAloneMs)
      return true
    },
    note(endpoint, hasAnswered, now) {
      const { origin } = new URL(endpoint)
      if (hasAnswered) {
        unanswered.delete(origin)
        triedAgainAt.delete(origin)
        silentSince.delete(origin)
        return
      }
      const inARow = (unanswered.get(origin) ?? 0) + 1
      unanswered.set(origin, inARow)
      if (inARow < enough) return
      triedAgainAt.set(origin, now + leftAloneMs)
      if (!silentSince.has(origin)) silentSince.set(origin, now)
    },
    waitMs(endpoint, now) {
      const silentMs = now - (silentSince.get(new URL(endpoint).origin) ?? now)
      return Math.min(longestWaitMs, Math.max(leftAloneMs, silentMs))
    },
  }
}
