export interface TextMessage {
  to: string
  body: string
  at: Date
}

/** Sends text messages through the configured gateway, or keeps them for `/dev/inbox` (trial only). */
export interface TextMessages {
  /** @throws when the gateway did not take the message. */
  send(to: string, body: string): Promise<void>
  /** The newest first; empty when a gateway is configured. */
  listKept(): readonly TextMessage[]
}
