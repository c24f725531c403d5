import { startReminders } from '~/features/reminders/sending/start-reminders.server'
import { openPostgres } from '~/platform/database/open-postgres.server'
import { readEnv } from '~/platform/env.server'
import { createPushWith } from '~/platform/push/create-push.server'
import { vapidKeysFrom } from '~/platform/push/vapid-keys.server'
import { createLog } from '~/platform/telemetry/log.server'
import { pushServiceCertificate } from './push-server'

export interface WorkerTask {
  url: string
  vapidKey: string
  pushHost: string
  /** What the process takes for now at its start, ms since 1970. */
  now: number
  most: number
  leaseMs: number
  pushMs: number
  everyMs: number
  together: number
}

/** A process that does nothing but remind until it is told to stop; its task is in `REMINDER_TASK` as JSON. */
const task = JSON.parse(process.env.REMINDER_TASK ?? '{}') as WorkerTask
const env = readEnv({
  NODE_ENV: 'test',
  GYEOTE_MODE: 'trial',
  PUBLIC_URL: 'https://gyeote.example',
  PUSH_TEST_HOSTS: task.pushHost,
  VAPID_PRIVATE_KEY: task.vapidKey,
})
const began = Date.now()
const clock = { now: () => new Date(task.now + Date.now() - began) }
const log = createLog('error', (line) => process.stderr.write(`${line}\n`))
const db = await openPostgres({ url: task.url, projectDir: process.cwd() })
const push = createPushWith(vapidKeysFrom(task.vapidKey), env, clock, {
  ca: pushServiceCertificate,
  connections: task.together * 3,
})
const running = startReminders(
  { db, clock, log, push, env },
  { ...task, agreeOnTime: () => Promise.resolve(clock) },
)
process.on('SIGTERM', () => {
  void running.stop().then(async () => {
    const { user, system } = process.cpuUsage()
    const { maxRSS } = process.resourceUsage()
    process.stdout.write(`${JSON.stringify({ cpuMs: (user + system) / 1_000, maxRSS })}\n`)
    push.close()
    await db.close()
  })
})
process.stdout.write('ready\n')
