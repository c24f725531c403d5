import { v7 as uuidv7 } from 'uuid'
import { PrecacheController } from 'workbox-precaching/PrecacheController.js'
import { calendarPath } from '~/features/medication/calendar/calendar-response'
import { sendWaitingPhotos } from '~/features/medication/photos/send-waiting-photos'
import { bodyOfPush } from '~/features/reminders/notification/read-push'
import { readingRoot } from '~/features/scam-check/pictures/reading-files'
import { browserPushService } from '~/features/reminders/subscription/browser-push'
import { endSubscription } from '~/features/reminders/subscription/end-subscription'
import { createOutbox } from '~/offline/outbox/outbox'
import { createPatience } from '~/offline/patience'
import { thisPhone } from '~/offline/this-phone'
import type { WorkerMessage, WorkerReply } from '~/offline/worker-messages'
import { answerCalendar } from './answer-calendar'
import { assetsOf, cachesToDelete } from './builds'
import { answerNavigation } from './navigate'
import { answerClick } from './notification-click'
import { openPage } from './open-page'
import { answerReading, oldReadingCaches } from './reading'
import { createReceipts } from './receipts'
import { createShells } from './shells'
import { answerPush, endedLooks } from './show-push'
import { subscribeAgain } from './subscribe-again'
import { checkPath, takeShared } from './take-shared'

declare const self: ServiceWorkerGlobalScope

const signOutLimitMs = 3_000
const phone = thisPhone()
const ask: typeof fetch = (input, init) => fetch(input, init)
const patience = createPatience()
const askForSync = () => void self.registration.sync?.register('outbox').catch(() => undefined)
const outbox = createOutbox({
  phone,
  fetch: ask,
  build: BUILD_ID,
  sendUnsent: sendWaitingPhotos,
  whenEnded,
  askForSync,
})
const { askWhetherEnded } = outbox
const receipts = createReceipts({ phone, fetch: ask, askWhetherEnded, askForSync })

const precache = new PrecacheController({ cacheName: assetsOf(BUILD_ID) })
precache.addToCacheList(PRECACHE)
const shells = createShells({
  caches: self.caches,
  fetch: ask,
  build: BUILD_ID,
  isOwnAsset: (path) => precache.getCacheKeyForURL(path) !== undefined,
  onOtherBuild: () => void self.registration.update().catch(() => undefined),
})

self.addEventListener('install', (event) => {
  event.waitUntil(
    precache.install(event).then(async () => {
      // Before this build takes over, it has every document the one before it had.
      await shells.warm(await shells.listPaths())
    }),
  )
})

self.addEventListener('activate', (event) => {
  event.waitUntil(
    (async () => {
      const names = await self.caches.keys()
      for (const name of [...cachesToDelete(names, BUILD_ID), ...oldReadingCaches(names)])
        await self.caches.delete(name)
      await self.clients.claim()
    })(),
  )
})

self.addEventListener('fetch', (event) => {
  const { request } = event
  const url = new URL(request.url)
  // `/outbox` tells a sign-out itself, before anything else.
  if (url.origin !== self.location.origin || url.pathname === '/outbox') return
  if (url.pathname.startsWith('/assets/') || precache.getCacheKeyForURL(url.pathname)) {
    if (request.method === 'GET') event.respondWith(findAsset(request, url.pathname))
    return
  }
  if (request.method === 'GET' && url.pathname.startsWith(readingRoot)) {
    event.respondWith(
      answerReading(request, {
        caches: self.caches,
        fetch: ask,
        waitUntil: (work) => event.waitUntil(work),
      }),
    )
    return
  }
  if (request.method === 'GET' && url.pathname === calendarPath) {
    event.respondWith(answerCalendar(request, phone, askIfMay))
    return
  }
  if (request.mode === 'navigate' && request.method === 'GET') {
    const answer = answerNavigation({
      path: url.pathname,
      shells,
      patience,
      mayAsk,
      ask: () => askAndLearnTime(request),
    })
    event.respondWith(answer)
    // The server is asked anyway: arrivals that it has not heard of go along, behind the page.
    event.waitUntil(answer.then(receipts.sendWaiting, () => undefined))
    return
  }
  if (request.mode === 'navigate' && request.method === 'POST' && url.pathname === checkPath) {
    event.respondWith(takeShared(request, phone, askIfMay))
    return
  }
  event.respondWith(askIfMay(request))
})

self.addEventListener('sync', (event) => {
  if (event.tag === 'outbox') event.waitUntil(flushOrThrow())
})

self.addEventListener('push', (event) => {
  const { registration } = self
  const body = bodyOfPush(event, self.location.origin)
  event.waitUntil(answerPush(body, { registration, phone, receipts, askWhetherEnded, outbox }))
})

self.addEventListener('notificationclick', (event) => {
  const open = (path: string) => openPage(self.clients, path)
  event.waitUntil(answerClick(event, { phone, outbox, open, newId: uuidv7 }))
})

self.addEventListener('pushsubscriptionchange', (event) => {
  const push = browserPushService(self.registration)
  event.waitUntil(subscribeAgain({ phone, push, fetch: ask }))
})

self.addEventListener('message', (event) => {
  const port = event.ports[0]
  const reply = (answer: WorkerReply) => port?.postMessage(answer)
  event.waitUntil(
    obey(event.data as WorkerMessage).then(reply, () => reply({ ok: false, error: 'failed' })),
  )
})

async function obey(message: WorkerMessage | null): Promise<WorkerReply> {
  switch (message?.type) {
    case 'warm':
      return { ok: true, build: BUILD_ID, kept: await shells.warm(message.paths) }
    case 'SKIP_WAITING':
      await self.skipWaiting()
      return { ok: true, build: BUILD_ID }
    case 'build':
      return { ok: true, build: BUILD_ID }
    case undefined:
    default:
      return { ok: false, error: 'unknown_message' }
  }
}

/** Nothing rings on a phone that was ended, and whoever holds it is told why. */
async function whenEnded(): Promise<void> {
  const { registration } = self
  const shown = () => registration.getNotifications()
  await endSubscription({ push: browserPushService(registration), fetch: ask, shown })
  await registration.showNotification(...endedLooks())
}

/** A file of this build, else of the build before, else from the server. */
async function findAsset(request: Request, path: string): Promise<Response> {
  const own = await precache.matchPrecache(path)
  return own ?? (await self.caches.match(path)) ?? fetch(request)
}

async function askIfMay(request: Request): Promise<Response> {
  return (await mayAsk()) ? fetch(request) : Response.error()
}

async function askAndLearnTime(request: Request): Promise<Response> {
  const sentMs = Date.now()
  const response = await fetch(request)
  void phone.learnTime(response.headers.get('date'), sentMs, Date.now())
  return response
}

/** A sign-out without a network is told before anything else is asked. */
async function mayAsk(): Promise<boolean> {
  if ((await phone.facts()).signedOut === null) return true
  const tooLong = new Promise<boolean>((resolve) => {
    setTimeout(() => resolve(false), signOutLimitMs)
  })
  return Promise.race([outbox.deliverSignOut(), tooLong])
}

/** The browser tries a sync again later when it was rejected. */
async function flushOrThrow(): Promise<void> {
  const { left } = await outbox.flush()
  const told = await receipts.sendWaiting()
  if (left === 'later' || !told) throw new Error('something still waits')
}
