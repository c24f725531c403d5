import { mkdir } from 'node:fs/promises'
import { createLocalAccounts } from '~/platform/accounts/create-local-accounts.server'
import { createCache } from '~/platform/cache/create-cache.server'
import { systemClock } from '~/platform/clock'
import type { Parts } from '~/platform/context.server'
import { openPglite } from '~/platform/database/open-pglite.server'
import { openPostgres } from '~/platform/database/open-postgres.server'
import type { Env } from '~/platform/env.server'
import { createRateLimits } from '~/platform/http/create-rate-limits.server'
import { createMails } from '~/platform/mail/create-mails.server'
import { createPhotoStore } from '~/platform/photos/create-photo-store.server'
import { createPush } from '~/platform/push/create-push.server'
import { createLog } from '~/platform/telemetry/log.server'
import { createTextMessages } from '~/platform/text-messages/create-text-messages.server'

/** Opens every part of the process, embedded or real as the environment says. */
export async function openParts(env: Env, projectDir: string): Promise<Parts> {
  // The embedded database leaves its files readable to everyone.
  await mkdir(env.DATA_DIR, { recursive: true, mode: 0o700 })
  const clock = systemClock
  const log = createLog(env.LOG_LEVEL)
  const onQuery = (timing: { query: string; durationMs: number }) =>
    log.record('db_query', { query: timing.query, duration_ms: Math.round(timing.durationMs) })
  const db = env.DATABASE_URL
    ? await openPostgres({
        url: env.DATABASE_URL,
        migrationUrl: env.MIGRATION_DATABASE_URL,
        projectDir,
        onQuery,
      })
    : await openPglite({ dataDir: env.DATA_DIR, projectDir, onQuery })
  const cache = createCache({ redisUrl: env.REDIS_URL, log })
  const limits = createRateLimits({
    redisUrl: env.REDIS_URL,
    log,
    codesPerDay: env.SMS_DAILY_CAP,
  })
  const textMessages = createTextMessages(env, clock)
  const mails = createMails(env, clock)
  const photos = createPhotoStore(env)
  const push = await createPush(env, clock)
  const authFetch = env.SUPABASE_URL
    ? fetch
    : await createLocalAccounts({ env, db, clock, textMessages, log })
  return { env, clock, log, db, cache, limits, textMessages, mails, photos, push, authFetch }
}

export async function closeParts(parts: Parts): Promise<void> {
  await Promise.allSettled([parts.cache.close(), parts.limits.close()])
  parts.push.close()
  parts.mails.close()
  await parts.db.close()
}
