/** What `judge()` answers. Everything in here is data: it can be kept, sent between threads and compared. */
export interface Verdict {
  level: Level
  /** The trick the words resemble most; null where none stands out, always null for `nothing_found`. */
  trick: TrickKind | null
  /** At most three, the strongest first. Never empty for `danger` and `caution`, always for `nothing_found`. */
  reasons: Reason[]
  /** Every address in the text, in its order, also the harmless ones. */
  links: FoundLink[]
  /** Every telephone number in the text, in its order: shown struck through, never dialled. */
  numbers: FoundNumber[]
  /** `version` of the knowledge that was used. */
  knowledgeVersion: string
}

/** From the gravest to the calmest; `nothing_found` says that nothing was found, never that a text is safe. */
export const levels = ['danger', 'caution', 'nothing_found'] as const
export type Level = (typeof levels)[number]

/** What is judged: something read, or what was said on the telephone. */
export type CheckKind = 'message' | 'call'

/** `read_from_picture`: a machine read the text, so that no address in it can be trusted to the letter. */
export type CheckOrigin = 'typed' | 'read_from_picture'

/** UTF-16 offsets `[start, end)` in the text as it was handed in, never inside a surrogate pair. */
export type Span = readonly [start: number, end: number]

export interface Reason {
  code: ReasonCode
  /** The words that gave it away, in their order, one to four, not overlapping. */
  spans: Span[]
}

export interface FoundLink {
  span: Span
  /** In lower case, international letters as `xn--…`; null where the address is hidden or unreadable. */
  host: string | null
  /** What someone had to register, by the public suffix list; null for an IP address or where `host` is null. */
  registrableDomain: string | null
  findings: LinkFinding[]
  /** Whose address this is, for an official one; whose it imitates, for a look-alike. */
  owner: string | null
}

export interface FoundNumber {
  span: Span
  /** Digits only, `+82` as 0. */
  digits: string
  /** The office that has this number, in Korean, if it is on the list. Anyone can write a number: proof of nothing. */
  office: string | null
}

export const trickKinds = [
  'parcel',
  'invitation',
  'fine',
  'health_check',
  'card_delivery',
  'family_impersonation',
  'loan_or_subsidy',
  'authority_impersonation',
  'investment_room',
  'romance',
  'sextortion',
  'refund',
  'secondhand',
  'crypto',
  'remote_app',
  'qr',
  'gift_card',
  'payment_alert',
  'account_alert',
  'job_offer',
  'prize',
] as const
export type TrickKind = (typeof trickKinds)[number]

/** In the order in which they are told where they weigh the same: what is asked, then what is claimed, then how. */
export const reasonCodes = [
  // What the words ask for.
  'asks_money',
  'asks_cash_handover',
  'asks_gift_card',
  'asks_fee_first',
  'asks_loan_repayment',
  'asks_account_details',
  'asks_verification_code',
  'asks_identity_document',
  'asks_app_install',
  'asks_remote_control',
  'asks_account_lending',
  'asks_move_to_chat',
  'asks_call_back',
  'asks_link_press',
  'asks_qr_scan',
  // What they claim.
  'claims_family_new_number',
  'claims_authority',
  'claims_crime_involvement',
  'claims_payment_not_yours',
  'claims_card_issued',
  'claims_parcel_problem',
  'claims_fine',
  'claims_health_result',
  'claims_invitation',
  'claims_account_problem',
  'claims_refund',
  'claims_subsidy',
  'claims_cheap_loan',
  'claims_sure_profit',
  'claims_prize',
  'claims_embarrassing_video',
  'claims_affection',
  'claims_safe_payment',
  'claims_easy_job',
  // How they press and hide.
  'presses_time',
  'presses_secrecy',
  'presses_threat',
  'presses_stay_on_line',
  'sent_from_abroad',
  'hides_letters',
  // Where the link leads.
  'link_imitates_official',
  'link_not_of_sender',
  'link_app_file',
  'link_ip_address',
  'link_user_at_host',
  'link_foreign_letters',
  'link_odd_port',
  'link_suspicious_ending',
  'link_split',
  'link_shortened',
  'link_hidden',
  'link_open_chat',
  'link_unknown',
  'link_read_from_picture',
  // What the model says, with the words that weighed most.
  'resembles_scams',
] as const
export type ReasonCode = (typeof reasonCodes)[number]

export const linkFindings = [
  /** On the dated list of official addresses, or under `go.kr`. */
  'official',
  /** Looks like an official address and is another. */
  'imitates_official',
  'shortened',
  /** A room of a chat that anyone may open. */
  'open_chat',
  /** Letters of other alphabets in the host. */
  'foreign_letters',
  'ip_address',
  'odd_port',
  'app_file',
  /** `https://known.kr@elsewhere.top`: leads elsewhere. */
  'user_at_host',
  'suspicious_ending',
  /** Written so that filters do not see it: `h t t p`, `점com`. */
  'split',
  /** A stand-in such as `[링크]`, or an address that cannot be read. */
  'hidden',
] as const
export type LinkFinding = (typeof linkFindings)[number]
