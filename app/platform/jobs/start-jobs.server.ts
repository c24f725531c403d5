import { PgBoss } from 'pg-boss'
import type { Parts } from '../context.server'
import { jobStore } from './job-store.server'
import type { Job } from './job.server'

const timeZone = 'Asia/Seoul'
const finishWithinMs = 15_000

export interface RunningJobs {
  /** No new job begins; those running finish within 15 s, or are run again by the next process. */
  stop(): Promise<void>
}

/** A job did not succeed; why is in the log, scrubbed, and not in the queue's table. */
class JobFailedError extends Error {
  override name = 'JobFailedError'
}

/**
 * Works through the jobs of the catalog in this process, any number of which share one database. The
 * schema was made by a migration, so role `app` needs no right to change it.
 * @param options.pollSeconds how often each queue is looked at, at least 0.5.
 */
export async function startJobs(options: {
  parts: Parts
  catalog: readonly Job[]
  pollSeconds?: number
}): Promise<RunningJobs> {
  const { parts, catalog, pollSeconds = 5 } = options
  const embedded = parts.db.engine === 'pglite'
  const boss = new PgBoss({
    db: jobStore(parts.db),
    backend: parts.db.engine,
    createSchema: false,
    migrate: false,
    registerInstance: !embedded,
    monitorVacuum: !embedded,
    reindex: !embedded,
  })
  boss.on('error', (error) => parts.log.error(error))
  await boss.start()
  try {
    for (const job of catalog) await addQueue(boss, job)
    await schedule(boss, catalog)
    for (const job of catalog)
      await boss.work(job.name, { pollingIntervalSeconds: pollSeconds }, async (taken) => {
        for (const { data } of taken) await run(parts, job, data)
      })
  } catch (error) {
    await boss.stop({ graceful: false })
    throw error
  }
  return { stop: () => boss.stop({ graceful: true, timeout: finishWithinMs }) }
}

async function addQueue(boss: PgBoss, job: Job) {
  const kept = { retryLimit: job.retries, retryDelay: 60, retryBackoff: true }
  await boss.createQueue(job.name, { policy: 'exclusive', ...kept })
  await boss.updateQueue(job.name, kept)
}

async function schedule(boss: PgBoss, catalog: readonly Job[]) {
  for (const job of catalog)
    if (job.schedule)
      await boss.schedule(job.name, job.schedule, {}, { tz: timeZone, missed: 'once' })
  const scheduled = new Set(catalog.filter((job) => job.schedule).map((job) => job.name))
  for (const { name } of await boss.getSchedules())
    if (!scheduled.has(name)) await boss.unschedule(name)
}

async function run(parts: Parts, job: Job, data: unknown) {
  try {
    await job.run(parts, data)
  } catch (error) {
    parts.log.error(error)
    throw new JobFailedError(job.name)
  }
}
