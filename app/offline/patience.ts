const usualMs = 3_000
const shortMs = 800
const rememberedMs = 60_000

/** How long a server may take before what the phone keeps is shown instead, in ms. */
export interface Patience {
  limitMs(): number
  /** The server was silent for the whole limit: for a minute the next ones wait less. */
  wasSilent(): void
  answered(): void
}

/** In an underpass every page would else take the full wait, one after the other. */
export function createPatience(now: () => number = Date.now): Patience {
  let silentAt = -Infinity
  return {
    limitMs: () => (now() - silentAt < rememberedMs ? shortMs : usualMs),
    wasSilent: () => {
      silentAt = now()
    },
    answered: () => {
      silentAt = -Infinity
    },
  }
}
