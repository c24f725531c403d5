/** An e-mail of plain text to one address. */
export interface Mail {
  to: string
  subject: string
  text: string
  /** The same for the same mail, so that a mailbox that gets it twice shows it once. */
  id: string
  /** Where one POST ends mails of this kind (RFC 8058). */
  stopUrl?: string
}

/** What became of it. Never thrown: each of these is an ordinary day. */
export type MailAnswer =
  | 'taken'
  /** The server wants nothing for this address: trying again would change nothing. */
  | 'refused'
  /** Not reached, or not now. */
  | 'later'

/** A mail as the trial's inbox shows it. */
export interface KeptMail extends Mail {
  at: Date
}

/** Sends through the configured server, or keeps mails for `/dev/inbox` (trial only). */
export interface Mails {
  /** False in live mode without a server: then no page offers e-mail. */
  readonly canSend: boolean
  send(mail: Mail): Promise<MailAnswer>
  /** The newest first; empty when a server is configured. */
  listKept(): readonly KeptMail[]
  close(): void
}
