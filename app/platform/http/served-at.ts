/** The metric of `Server-Timing` that says when a document was made: pages cannot read their own `Date`. */
export const servedAtTiming = 'at'

export const servedAt = (now: Date): string => `${servedAtTiming};desc="${now.toISOString()}"`
