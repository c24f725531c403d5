import type { EndedAs } from '../session/ended-as'
import type { ColumnType, Generated, GeneratedAlways } from 'kysely'

type Instant = ColumnType<Date, Date | string | undefined, Date | string>
type Json<T> = ColumnType<T, string, string>

/** Written and read as JSON by `features/medication`; here stands only what all of them share. */
interface FactOfMedication {
  person_id: string
  id: string
  by_id: string
  device_id: string | null
  at: Instant
  received_at: Instant
}

/** The tables as Kysely sees them: `date` is `YYYY-MM-DD`, `timestamptz` a Date, `bigint` a number. */
export interface Tables {
  'gyeote.people': {
    id: string
    display_name: string | null
    time_zone: Generated<string>
    track: Generated<string>
    anonymous: Generated<boolean>
    is_demo: Generated<boolean>
    created_at: Instant
    last_active_on: Generated<string>
    deletion_requested_at: Date | string | null
  }
  'gyeote.devices': {
    session_id: string
    person_id: string
    label: string
    created_at: Instant
    last_seen_on: Generated<string>
    signed_out_at: Date | string | null
    number_question: 'open' | 'yes' | 'no' | null
    held_until: Date | string | null
    ended_as: EndedAs | null
  }
  'gyeote.phone_endings': {
    id: Generated<string>
    person_id: string
    ended_as: EndedAs
    by_name: string | null
    phones: number
    ended_at: Date | string
    seen_at: Date | string | null
  }
  'gyeote.adoptions': { adopted_id: string; person_id: string; adopted_at: Instant }
  'gyeote.applied_commands': {
    person_id: string
    command_id: string
    type: string
    outcome: Json<unknown>
    applied_at: Instant
  }
  'gyeote.audit_subjects': { person_id: string; subject_id: Generated<string> }
  'gyeote.audit_logs': {
    id: Generated<number>
    user_id: string
    action: string
    details: Json<Record<string, unknown>>
    created_at: Instant
  }
  'gyeote.family_links': {
    id: Generated<string>
    senior_id: string
    relative_id: string
    relation: string
    role: Generated<string>
    status: Generated<string>
    created_at: Instant
    ended_at: Date | string | null
    senior_name: string | null
    senior_phone: string | null
    relative_name: string | null
    relative_phone: string | null
    side_by_side: Generated<boolean>
    helps_from: Date | string | null
  }
  'gyeote.family_invites': {
    id: Generated<string>
    senior_id: string
    created_at: Instant
    expires_at: Instant
    relative_id: string | null
    relative_name: string | null
    relative_phone: string | null
    joined_at: Date | string | null
    answered_at: Date | string | null
  }
  'gyeote.family_requests': {
    id: Generated<string>
    relative_id: string
    relative_name: string
    relative_phone: string
    to_end: string
    created_at: Instant
    expires_at: Instant
  }
  'gyeote.family_blocks': {
    id: Generated<string>
    senior_id: string
    relative_id: string | null
    relative_name: string | null
    created_at: Instant
    left_at: Date | string | null
  }
  'gyeote.device_reach': {
    person_id: string
    reached_at: Instant
    emptied_at: Date | string | null
  }
  'gyeote.family_versions': { person_id: string; kind: string; version: Generated<number> }
  'gyeote.family_fine': { person_id: string; day: string; said_at: Date | string }
  'gyeote.family_presence': { person_id: string; day: string }
  'gyeote.family_looks': { link_id: string; day: string }
  'gyeote.family_words': {
    id: Generated<string>
    link_id: string
    day: string
    words: string
    created_at: Instant
  }
  'gyeote.consents': {
    id: Generated<string>
    person_id: string
    link_id: string | null
    kind: string
    given: boolean
    text_version: string
    number: GeneratedAlways<number>
    created_at: Instant
  }
  'gyeote.cards': {
    id: string
    track: string
    position: number
    points: number
    content: Json<unknown>
    retired_at: Date | string | null
  }
  'gyeote.card_completions': {
    person_id: string
    card_id: string
    completed_on: string
    occurred_at: Date | string
    received_at: Instant
  }
  'gyeote.quiz_answers': {
    person_id: string
    id: string
    card_id: string
    answer: number
    correct: boolean
    answered_on: string
    occurred_at: Date | string
  }
  'gyeote.points_ledger': {
    person_id: string
    reason: string
    subject: string
    points: number
    created_at: Instant
  }
  'gyeote.card_views': { person_id: string; card_id: string; day: string }
  'gyeote.days_together': { person_id: string; day: string }
  'gyeote.courses': FactOfMedication
  'gyeote.course_versions': FactOfMedication
  'gyeote.slot_hours': FactOfMedication
  'gyeote.zones': FactOfMedication
  'gyeote.packs': FactOfMedication
  'gyeote.stock_counts': FactOfMedication
  'gyeote.pauses': FactOfMedication
  'gyeote.pause_ends': FactOfMedication
  'gyeote.retractions': FactOfMedication
  'gyeote.answers': FactOfMedication
  'gyeote.intakes': FactOfMedication
  'gyeote.snoozes': FactOfMedication
  'gyeote.clinic_visits': FactOfMedication
  'gyeote.acknowledgements': FactOfMedication
  'gyeote.emergency_sheets': FactOfMedication & {
    allergies: string | null
    illnesses: string | null
    blood_type: string | null
    guardian_name: string | null
    guardian_phone: string | null
    doctor: string | null
    doctor_phone: string | null
    notes: string | null
  }
  'gyeote.scam_checks': {
    person_id: string
    id: string
    at: Instant
    kind: string
    level: string
    trick: string | null
    reasons: Json<unknown>
    message: string
  }
  'gyeote.scam_alerts': {
    person_id: string
    id: string
    at: Instant
    told_at: Instant
    kind: string
    trick: string | null
    reasons: string[]
  }
  'gyeote.scam_alerts_told': {
    id: Generated<string>
    person_id: string
    alert_id: string
    link_id: string
    relative_id: string
    told_at: Instant
    pushed: boolean
    seen_at: Date | string | null
  }
  'gyeote.photos': FactOfMedication & { file_id: Generated<string> }
}
