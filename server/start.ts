import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { resolve } from 'node:path'
import { jobs } from '~/jobs/catalog.server'
import { loadCards } from '~/features/cards/load-cards.server'
import { startReminders } from '~/features/reminders/sending/start-reminders.server'
import { seedDemoFamilies } from '~/features/trial/seed-demo-families.server'
import { readEnv, type Env } from '~/platform/env.server'
import { checkPushKey } from '~/platform/push/check-push-key.server'
import { startJobs } from '~/platform/jobs/start-jobs.server'
import { createApp } from './app'
import { closeParts, openParts } from './open-parts'

const drainMs = 10_000
/** Longer than a proxy's (60 s): who closes first must not be the one who is being asked. */
const keepAliveMs = 65_000

/** The open parts with content and demo people up to date, jobs and reminders running, before any request. */
export async function openProcess(projectDir = process.cwd()) {
  const env = readEnv(process.env)
  const parts = await openParts(env, projectDir)
  await checkPushKey(parts.db, parts.push)
  await loadCards(parts, projectDir)
  if (env.GYEOTE_MODE === 'trial') await seedDemoFamilies(parts)
  const working = await startJobs({ parts, catalog: jobs })
  const reminding = env.REMINDERS === 'on' ? startReminders(parts) : null
  const close = async () => {
    await Promise.all([working.stop(), reminding?.stop()])
    await closeParts(parts)
  }
  return { parts, close }
}

/**
 * Serves until SIGTERM or SIGINT: then no new requests, running requests and jobs finish, and
 * everything closes.
 */
export async function start(projectDir = process.cwd()): Promise<void> {
  const { parts, close } = await openProcess(projectDir)
  const server = createServer(createApp(parts))
  server.keepAliveTimeout = keepAliveMs
  await listen(server, parts.env)
  announce(parts.env, (server.address() as AddressInfo).port)

  let stopping = false
  const stop = async () => {
    if (stopping) return
    stopping = true
    await drain(server)
    await close()
    process.exit(0)
  }
  process.on('SIGTERM', () => void stop())
  process.on('SIGINT', () => void stop())
}

const listen = (server: Server, env: Env) =>
  new Promise<void>((done, fail) => {
    server.once('error', fail)
    server.listen(env.PORT, env.HOST, done)
  })

/** Running requests finish; connections that only wait for the next one, now or then, are closed. */
function drain(server: Server): Promise<void> {
  return new Promise((done) => {
    const tidying = setInterval(() => server.closeIdleConnections(), 100)
    server.close(() => {
      clearInterval(tidying)
      done()
    })
    setTimeout(() => server.closeAllConnections(), drainMs).unref()
  })
}

function announce(env: Env, port: number) {
  const address = env.PUBLIC_URL ?? `http://localhost:${port}`
  const lines = [
    '',
    `  곁에 is ready: ${address}`,
    env.GYEOTE_MODE === 'trial'
      ? `  Sign in:      ${address}/sign-in (one tap as a person of the demo families; codes in ${address}/dev/inbox)`
      : `  Sign in:      ${address}/sign-in`,
    `  Data:         ${env.DATABASE_URL ? 'PostgreSQL (DATABASE_URL)' : resolve(env.DATA_DIR)}`,
    '',
  ]
  process.stdout.write(`${lines.join('\n')}\n`)
  if (env.GYEOTE_MODE === 'trial' && env.hostWasChosen && !/^(127\.|localhost|::1)/.test(env.HOST))
    process.stdout.write(
      `  Warning: this is a trial on ${env.HOST}; whoever reaches it can sign in as the demo people.\n\n`,
    )
}
