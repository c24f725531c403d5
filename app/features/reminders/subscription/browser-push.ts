/** The push service of a browser, as far as reminders need it; a test hands over its own. */
export interface PushService {
  /** `unsupported`: this browser cannot show notifications here, or not without the home screen. */
  permission(): NotificationPermission | 'unsupported'
  current(): Promise<Subscribed | null>
  /**
   * Only after the permission was given.
   * @param key the server's public key
   */
  subscribe(key: Uint8Array<ArrayBuffer>): Promise<Subscribed>
}

export interface Subscribed {
  endpoint: string
  /** base64url, for the encryption of what is sent. */
  keys: { p256dh: string; auth: string }
  /** The server's key it was made for; null where the browser does not say. */
  serverKey: Uint8Array | null
  unsubscribe(): Promise<boolean>
}

/** Of a page or of the worker itself. */
export function browserPushService(
  registration: Pick<ServiceWorkerRegistration, 'pushManager'>,
): PushService {
  const { pushManager } = registration as Partial<ServiceWorkerRegistration>
  return {
    permission: () =>
      pushManager && typeof Notification !== 'undefined' ? Notification.permission : 'unsupported',
    async current() {
      const subscription = await pushManager?.getSubscription()
      return subscription ? read(subscription) : null
    },
    async subscribe(applicationServerKey) {
      if (!pushManager) throw new TypeError('no push service')
      return read(await pushManager.subscribe({ userVisibleOnly: true, applicationServerKey }))
    },
  }
}

function read(subscription: PushSubscription): Subscribed {
  const { endpoint, options } = subscription
  const { p256dh = '', auth = '' } = subscription.toJSON().keys ?? {}
  const key = options?.applicationServerKey
  return {
    endpoint,
    keys: { p256dh, auth },
    serverKey: key ? new Uint8Array(key) : null,
    unsubscribe: () => subscription.unsubscribe(),
  }
}
