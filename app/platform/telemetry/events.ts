/** Everything the app may record: a closed list with exactly these fields. */
export interface UserEvents {
  card_view: { card_id: string }
  /** Written by `gyeote.adopt_anonymous`: whose trail goes on in this one. */
  account_adopted: { adopted_subject: string }
  /** Written by `gyeote.confirm_number` and `decline_number`: who holds the number now, and what they said. */
  number_confirmed: Record<string, never>
  number_declined: Record<string, never>
  /** Written by `gyeote.tell_family_link`: both by their subject, whoever did it is the trail's own. */
  family_link: { senior_id: string; guardian_id: string; change: 'linked' | 'changed' | 'ended' }
  card_complete: { card_id: string; quiz_correct: boolean; points_earned: number }
  /** A check of a message or a call, and how it ended: of what never. */
  scam_check: { risk_level: 'danger' | 'caution' | 'nothing_found' }
  /** An answer to a dose: taken or not, of which medicine never. */
  med_check: { checked: boolean }
}

export interface SystemEvents {
  api_request: { method: string; path: string; status_code: number; duration_ms: number }
  db_query: { query: string; duration_ms: number }
  cache_hit: { key: string; ttl: number }
  error: { error_type: string; message: string; stack_trace: string }
}

export type UserEventName = keyof UserEvents
export type SystemEventName = keyof SystemEvents
