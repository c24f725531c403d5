import type { Fact, ScheduleFacts } from './schedule-facts'

/** Facts without those that somebody took back. */
export function withoutRetracted<F extends Fact>(
  { retractions }: Pick<ScheduleFacts, 'retractions'>,
  facts: readonly F[],
): F[] {
  const retracted = new Set(retractions.map(({ factId }) => factId))
  return facts.filter(({ id }) => !retracted.has(id))
}
