import { sql } from 'kysely'
import type { Clock } from '~/platform/clock'
import type { ReminderParts } from './batch.server'

/** Further apart, the one clock that all processes share is believed. */
const trustedMs = 60_000

/**
 * The clock by which people are looked at: this process's own, or, where that is more than a minute off, the
 * database's. A process that runs an hour fast would push an hour early and take what comes meanwhile for done.
 */
export function agreeOnTime(
  { db, clock, log }: Pick<ReminderParts, 'db' | 'clock' | 'log'>,
  readThere: () => Promise<Date> = () => readDatabaseTime(db),
): () => Promise<Clock> {
  let isKnown = false
  return async () => {
    const asked = clock.now().getTime()
    const there = (await readThere()).getTime()
    const offMs = there - (asked + clock.now().getTime()) / 2
    const isOff = Math.abs(offMs) > trustedMs
    if (isOff && !isKnown) log.error(new WrongClock(offMs))
    isKnown = isOff
    return isOff ? { now: () => new Date(clock.now().getTime() + offMs) } : clock
  }
}

class WrongClock extends Error {
  override name = 'WrongClock'
  constructor(offMs: number) {
    const seconds = Math.round(-offMs / 1_000)
    super(`this machine's clock is ${seconds} s ahead of the database's, which reminders go by`)
  }
}

async function readDatabaseTime({ root }: ReminderParts['db']): Promise<Date> {
  const { rows } = await sql<{ now: Date }>`select clock_timestamp() as now`.execute(root)
  return rows[0]?.now ?? new Date(NaN)
}
