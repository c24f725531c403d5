import { randomBytes, randomUUID } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Cache } from '~/platform/cache/cache.server'
import { createCache } from '~/platform/cache/create-cache.server'
import { systemClock, type Clock } from '~/platform/clock'
import type { Parts } from '~/platform/context.server'
import type { Database } from '~/platform/database/database.server'
import { readEnv } from '~/platform/env.server'
import { createRateLimits } from '~/platform/http/create-rate-limits.server'
import { createMails } from '~/platform/mail/create-mails.server'
import { createFolderPhotos } from '~/platform/photos/folder-photos.server'
import { createPushWith } from '~/platform/push/create-push.server'
import { vapidKeysFrom } from '~/platform/push/vapid-keys.server'
import { createLog } from '~/platform/telemetry/log.server'
import type { TextMessage } from '~/platform/text-messages/text-messages.server'
import { pushServiceCertificate } from './push-server'

const vapidKey = randomBytes(32).toString('base64url')

/** Real parts around an open database; what is logged and sent is kept in `lines` and `messages`. */
export function partsAround(
  db: Database,
  options: { clock?: Clock; env?: Record<string, string>; cache?: Cache } = {},
): Parts & { lines: string[]; messages: TextMessage[] } {
  const lines: string[] = []
  const messages: TextMessage[] = []
  const clock = options.clock ?? systemClock
  const log = createLog('debug', (line) => lines.push(line))
  const env = readEnv({ NODE_ENV: 'test', ...options.env })
  return {
    env,
    clock,
    log,
    db,
    cache: options.cache ?? createCache({ log }),
    limits: createRateLimits(),
    textMessages: {
      send: async (to, body) => void messages.unshift({ to, body, at: clock.now() }),
      listKept: () => messages,
    },
    mails: createMails(env, clock),
    photos: createFolderPhotos(join(tmpdir(), `gyeote-photos-${randomUUID()}`)),
    push: createPushWith(vapidKeysFrom(vapidKey), env, clock, { ca: pushServiceCertificate }),
    authFetch: async () => {
      throw new Error('this test has no accounts endpoint')
    },
    lines,
    messages,
  }
}
