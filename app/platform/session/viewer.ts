/** Whoever this request's session belongs to. */
export interface Viewer {
  /** Equals the auth user's id and `people.id`. */
  personId: string
  sessionId: string
  /** No telephone number yet. */
  anonymous: boolean
  /** E.164, `+821012345678`; null when anonymous. */
  phone: string | null
}
