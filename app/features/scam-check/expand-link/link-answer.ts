/** What the server found out about one link. Everything in here is data. */
export interface LinkAnswer {
  /** The hosts it leads over, in their order, without its own; the last one is where the trail ends or breaks off. */
  leadsTo: string[]
  /** Where it ends; null where nobody can say. */
  final: LinkEnd | null
  reason: LinkReason
}

export interface LinkEnd {
  /** In lower case, international letters as `xn--…`. */
  host: string
  /** What someone had to register, by the public suffix list; null for an IP address. */
  registrableDomain: string | null
}

export const linkReasons = [
  /** A page answered. */
  'arrived',
  /** A file answered that installs an app. */
  'app_file',
  /** Leads out of the web, into an app: `intent:`, `market:`. */
  'opens_app',
  /** Leads on and on, or in a circle. */
  'too_many_hops',
  /** Whoever should answer does not, or not in time. */
  'no_answer',
  /** Leads to where the server does not ask: another port, an address that is not of the internet. */
  'not_asked',
  /** No link at all. */
  'not_a_link',
] as const
export type LinkReason = (typeof linkReasons)[number]

export const linkPath = '/scam-check/link'
export const mostLetters = 2_048
