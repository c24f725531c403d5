import type { HealthConsent } from '../facts/fact-schema'

/** Which words somebody agreed to; changes with every change of what `consent-question.tsx` says. */
export const consentTextVersion = '2026-11'

export const consentAnswer = (given: boolean): HealthConsent => ({
  given,
  textVersion: consentTextVersion,
})

/** Where to go after the answer: a page of this app that keeps health data, and nothing else. */
export const backFrom = (asked: string | null): string =>
  asked !== null &&
  /^\/(medication|emergency)(\/[\w-]+)*$/.test(asked) &&
  asked !== '/medication/consent'
    ? asked
    : '/medication/new'
