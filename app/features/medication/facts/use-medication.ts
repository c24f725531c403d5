import { startTransition, useEffect, useMemo, useState } from 'react'
import { useWaiting } from '~/commands/use-waiting'
import { useFreshen } from '~/offline/use-freshen'
import { phoneNow } from '~/offline/this-phone'
import type { HealthConsent } from './fact-schema'
import type { MedicationPage } from './medication-page'
import { isoDate, type Instant } from '../schedule/care-date'
import type { Facts } from '../schedule/facts'
import { momentOf, type Moment } from '../schedule/moment'
import { undecidedCourses } from './undecided-courses'
import { consentAfter, withDeed } from './with-deed'

export interface Medication {
  facts: Facts
  consent: HealthConsent | null
  now: Moment
}

/** How often the present is looked at: nothing here turns on less than a minute. */
const lookMs = 20_000

/** As `useFacts`, for a page that is about medicines alone: loaded again when there is something new. */
export function useMedication(page: MedicationPage): Medication {
  const medication = useFacts(page)
  useFreshen(isoDate(momentOf(page.facts, page.now).day), (at) =>
    isoDate(momentOf(medication.facts, at.getTime()).day),
  )
  return medication
}

/** The medicines as the person sees them: what the server knows, and what they did that it does not know yet. */
export function useFacts(page: MedicationPage): Medication {
  const { sent, waiting, refused } = useWaiting()
  const facts = useMemo(
    () => [...sent, ...undecidedCourses(refused), ...waiting].reduce(withDeed, page.facts),
    [sent, waiting, refused, page.facts],
  )
  const consent = useMemo(
    () => [...sent, ...waiting].reduce(consentAfter, page.consent),
    [sent, waiting, page.consent],
  )
  const instant = useNow(page.now)
  const now = useMemo(() => momentOf(facts, instant), [facts, instant])
  return { facts, consent, now }
}

/** The page's own time while it is being rendered the first time, then the phone's. */
function useNow(first: Instant): Instant {
  const [now, setNow] = useState(first)
  useEffect(() => {
    const look = () => {
      if (document.visibilityState === 'visible') setNow(phoneNow().getTime())
    }
    // This may be a part that React drew while idle: what it sets then must not draw over parts that have not come.
    startTransition(look)
    const timer = setInterval(look, lookMs)
    document.addEventListener('visibilitychange', look)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', look)
    }
  }, [first])
  return now
}
