/** A phone's push subscription, as its browser gave it. */
export interface PushSubscription {
  endpoint: string
  keys: { p256dh: string; auth: string }
}

export interface PushRequest {
  /** JSON, encrypted for this phone alone. */
  body: string
  /** Seconds for which the push service keeps it for a phone that is off. */
  ttl: number
  urgency: 'normal' | 'high'
  /** At most 32 characters of base64url: a later push with the same one takes its place. */
  topic: string
}

/** What a push service made of it. Never thrown: each of these is an ordinary day. */
export type PushAnswer =
  | { came: 'taken'; status: number }
  /** 404 or 410: there is no such subscription any more. */
  | { came: 'gone'; status: number }
  | { came: 'too_large'; status: 413 }
  /** 429 with the seconds it asks for. */
  | { came: 'later'; status: 429; seconds: number }
  /** 5xx, or nothing within ten seconds: worth another try. */
  | {
      came: 'broken'
      status: number | null
      /** It was handed over to a push service that then said nothing. */
      mayHaveArrived: boolean
    }
  /** The phone's keys are none that could be encrypted for. */
  | { came: 'unusable'; status: null }
  /** Any other status: trying again would change nothing. */
  | { came: 'refused'; status: number }

/** A push as the trial's inbox shows it. */
export interface KeptPush {
  body: string
  at: Date
  status: number | null
}

/** Web Push (RFC 8030, 8291, 8292) with the keys of this installation. */
export interface Push {
  /** VAPID, base64url: what a phone subscribes with. */
  readonly publicKey: string
  /** An `https:` address of a push service that browsers are known to use. */
  accepts(endpoint: string): boolean
  send(subscription: PushSubscription, request: PushRequest): Promise<PushAnswer>
  /** 32 bytes, always the same for the same keys and purpose. */
  secretFor(purpose: 'topics' | 'receipts' | 'weekly'): Buffer
  /** The newest first, in a trial; empty in live mode. */
  listKept(): readonly KeptPush[]
  close(): void
}
