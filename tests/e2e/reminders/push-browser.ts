import type { BrowserContext, CDPSession, Page, Worker } from 'playwright'
import { expect } from 'vitest'
import { pushMessage, type PushAbout } from '../../../app/features/reminders/push-message'
import type { TestPhone } from '../../support/push-server'

/**
 * Gives every page of this context a push service that answers: Debian's Chromium never does. What is asked of
 * it can be read with `pushLog`.
 */
export async function givePushService(
  context: BrowserContext,
  origin: string,
  { endpoint, keys }: Pick<TestPhone, 'endpoint' | 'keys'>,
): Promise<void> {
  await context.grantPermissions(['notifications'], { origin })
  await context.addInitScript(
    (given) => {
      const keyOf = () => localStorage.getItem('test-push-key')
      const subscription = () => {
        const key = keyOf()
        if (key === null) return null
        return {
          endpoint: given.endpoint,
          options: { applicationServerKey: Uint8Array.from(key.split(',').map(Number)).buffer },
          toJSON: () => ({ endpoint: given.endpoint, keys: given.keys }),
          unsubscribe: () => {
            localStorage.removeItem('test-push-key')
            return Promise.resolve(true)
          },
        }
      }
      Object.assign(PushManager.prototype, {
        getSubscription: () => Promise.resolve(subscription()),
        subscribe: ({ applicationServerKey }: { applicationServerKey: Uint8Array }) => {
          localStorage.setItem('test-push-key', applicationServerKey.join())
          return Promise.resolve(subscription())
        },
      })
    },
    { endpoint, keys },
  )
}

/** What the browser shows at the moment. */
export interface Shown {
  title: string
  body: string
  tag: string
  silent: boolean | null
  actions: string[]
  data: Record<string, unknown> | null
}

/** The browser's end of pushes and notifications, beside whatever pages are open. */
export class Notifications {
  private constructor(
    private readonly cdp: CDPSession,
    private readonly registrationId: string,
    private readonly origin: string,
    private readonly worker: Worker,
  ) {}

  /** @param page any page of the context that stays open, an empty one too. */
  static async of(context: BrowserContext, page: Page, origin: string): Promise<Notifications> {
    const cdp = await context.newCDPSession(page)
    const registrations: { registrationId: string; scopeURL: string }[] = []
    cdp.on('ServiceWorker.workerRegistrationUpdated', (event) => {
      registrations.push(...event.registrations)
    })
    await cdp.send('ServiceWorker.enable')
    const ours = () => registrations.find(({ scopeURL }) => scopeURL.startsWith(origin))
    await expect.poll(ours).toBeDefined()
    const worker = context.serviceWorkers().find((one) => one.url().startsWith(origin))
    if (!worker) throw new Error('no service worker runs')
    return new Notifications(cdp, ours()?.registrationId ?? '', origin, worker)
  }

  /** A push arrives, as from the browser's push service. */
  async deliver(data: string): Promise<void> {
    const { origin, registrationId } = this
    await this.cdp.send('ServiceWorker.deliverPushMessage', { origin, registrationId, data })
  }

  /** The network is back: the browser's Background Sync, without its pause of minutes after a try that failed. */
  async sync(): Promise<void> {
    const { origin, registrationId } = this
    const given = { origin, registrationId, tag: 'outbox', lastChance: false }
    await this.cdp.send('ServiceWorker.dispatchSyncEvent', given)
  }

  list(): Promise<Shown[]> {
    return this.worker.evaluate(async () => {
      const { registration } = globalThis as unknown as { registration: ServiceWorkerRegistration }
      const shown = (await registration.getNotifications()) as (Notification & {
        actions?: { action: string }[]
      })[]
      return shown.map(({ title, body, tag, silent, actions = [], data }) => ({
        title,
        body,
        tag,
        silent,
        actions: actions.map(({ action }) => action),
        data: data as Record<string, unknown> | null,
      }))
    })
  }

  /**
   * Taps the one notification that is shown, or one of its buttons. A worker may not open a window for a tap that
   * no person made, so what it would open is noted.
   */
  async tap(action = ''): Promise<void> {
    await this.worker.evaluate(async (pressed) => {
      const scope = globalThis as unknown as {
        registration: ServiceWorkerRegistration
        clients: { openWindow: unknown }
        opened?: string[]
        NotificationEvent: new (type: string, init: object) => Event
      } & EventTarget
      scope.opened ??= []
      const { opened } = scope
      scope.clients.openWindow = (path: string) => Promise.resolve(void opened.push(path))
      const [notification] = await scope.registration.getNotifications()
      const tapped = new scope.NotificationEvent('notificationclick', {
        notification,
        action: pressed,
      })
      // Chromium lets only an event of its own be waited for; what is written down must be so before a test goes on.
      let work: unknown
      Object.defineProperty(tapped, 'waitUntil', { value: (begun: unknown) => (work = begun) })
      scope.dispatchEvent(tapped)
      await work
    }, action)
  }

  /** Names of the phone's databases, as the worker sees them. */
  databases(): Promise<string[]> {
    return this.worker.evaluate(async () =>
      (await indexedDB.databases()).map(({ name }) => name ?? ''),
    )
  }

  /** Paths of the windows that taps would have opened. */
  opened(): Promise<string[]> {
    return this.worker.evaluate(() => (globalThis as unknown as { opened?: string[] }).opened ?? [])
  }
}

/** Whose phone it is, as the phone has written it down. */
export function readPerson(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const done = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result)
        request.onerror = () => reject(request.error ?? new Error('no answer'))
      })
    const database = await done(indexedDB.open('gyeote-phone'))
    const facts = await done<unknown>(
      database.transaction('facts').objectStore('facts').get('phone'),
    )
    database.close()
    return (facts as { person: string }).person
  })
}

/** The body of a push as the server sends it; its receipt is of no push, which the server only refuses. */
export const bodyOf = (origin: string, personId: string, about: PushAbout): string =>
  JSON.stringify(
    pushMessage({
      about,
      title: '약 시간이에요',
      body: '곁에에서 확인하세요.',
      tag: `of-${about.kind}`,
      origin,
      personId,
      receipt: 'none',
    }),
  )
