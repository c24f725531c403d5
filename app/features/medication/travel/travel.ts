import type { NewFacts } from '../facts/fact-schema'
import { currentIdOf } from '../schedule/chain'
import type { Facts } from '../schedule/facts'
import { usualZone, type Moment } from '../schedule/moment'
import { smallestAskedShiftMin } from '../schedule/numbers-to-confirm'
import { careDateIn, offsetIn } from '../schedule/wall-time'

/** A phone whose clock shows another time than the one the medicines go by. */
export interface Travel {
  /** The phone's zone, an IANA name. */
  zone: string
  /** By how many minutes the phone's wall is ahead of the medicines'; negative: behind. */
  aheadMin: number
  isHome: boolean
  asksPharmacist: boolean
}

/** Null where both show the same: a zone of another name alone changes nothing that rings. */
export function travelOf(facts: Facts, now: Moment, phoneZone: string): Travel | null {
  const aheadMin = offsetIn(phoneZone, now.instant) - offsetIn(now.zone, now.instant)
  if (aheadMin === 0) return null
  const isHome = offsetIn(phoneZone, now.instant) === offsetIn(usualZone, now.instant)
  return {
    zone: phoneZone,
    aheadMin,
    isHome: isHome && facts.zones.length > 0,
    asksPharmacist: Math.abs(aheadMin) > smallestAskedShiftMin,
  }
}

/** From now on the medicines go by another zone: that care date there has begun. */
export const movedTo = (
  zone: string,
  facts: Facts,
  now: Moment,
  newId: () => string,
): NewFacts => ({
  zones: [
    {
      id: newId(),
      baseId: currentIdOf(facts.zones),
      fromOn: careDateIn(zone, now.instant),
      name: zone,
    },
  ],
})

/** `3시간 빨라요`, `30분 늦어요` */
export function aheadInWords(aheadMin: number): string {
  const size = Math.abs(aheadMin)
  const [hours, minutes] = [Math.floor(size / 60), size % 60]
  const parts = [hours > 0 ? `${hours}시간` : '', minutes > 0 ? `${minutes}분` : '']
  return `${parts.filter((part) => part !== '').join(' ')} ${aheadMin > 0 ? '빨라요' : '늦어요'}`
}
