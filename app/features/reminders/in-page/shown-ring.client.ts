import type { Instant } from '~/features/medication/schedule/care-date'
import type { Ring, Ringing } from './ring'

export type Place = 'above' | 'below'

interface ShownRing {
  ring: Ring
  /** Where it stands for as long as this page and this repeat last. */
  place: Place
}

/** Somebody who touched nothing for so long has no finger on its way. */
const restMs = 6_000

let shown: ShownRing | null = null
let nextAt: Instant | null = null
let usedAt = -Infinity
const listeners = new Set<() => void>()

/** Notes when the page is used: what appears then stands below, since nothing may move under a finger. */
export function watchUse(): () => void {
  const use = () => (usedAt = performance.now())
  for (const name of ['pointerdown', 'keydown', 'scroll']) addEventListener(name, use, true)
  return () => {
    for (const name of ['pointerdown', 'keydown', 'scroll']) removeEventListener(name, use, true)
  }
}

export function showRinging(ringing: Ringing): void {
  const { ring } = ringing
  const isSame = ring?.key === shown?.ring.key
  if (isSame && ringing.nextAt === nextAt) return
  nextAt = ringing.nextAt
  const place = performance.now() - usedAt < restMs ? 'below' : 'above'
  if (!isSame) shown = ring && { ring, place }
  listeners.forEach((changed) => changed())
}

/** Another page stands there: it begins with what there is to say. */
export function showAbove(): void {
  if (shown?.place !== 'below') return
  shown = { ...shown, place: 'above' }
  listeners.forEach((changed) => changed())
}

export function listenForRing(changed: () => void): () => void {
  listeners.add(changed)
  return () => void listeners.delete(changed)
}

export const findRing = (place: Place): Ring | null => (shown?.place === place ? shown.ring : null)

export const findRinging = (): Ringing => ({ ring: shown?.ring ?? null, nextAt })
