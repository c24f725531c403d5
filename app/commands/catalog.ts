import type { AnswerReview, ChooseTrack, CompleteCard } from '~/features/cards/command-schema'
import type { SaveEmergencySheet } from '~/features/emergency/sheet-schema'
import type { HelpWithMedicines } from '~/features/family/helping/command-schema'
import type { HearWord, SayFine } from '~/features/family/words/command-schema'
import type { HealthConsent, NewFacts } from '~/features/medication/facts/fact-schema'
import type { StopLadder } from '~/features/reminders/ladder/command-schema'
import type { ReminderSettings } from '~/features/reminders/settings/settings-schema'
import type { TellScamAlert } from '~/features/scam-check/alert/alert-schema'
import type {
  ForgetScamCheck,
  KeepScamCheck,
  RecordScamCheck,
} from '~/features/scam-check/keeping/check-schema'
import { toNewest, type CommandKind } from './command-kind'
import type { SetName } from './payload-schemas'

interface Payloads {
  complete_card: CompleteCard
  answer_review: AnswerReview
  choose_track: ChooseTrack
  set_name: SetName
  answer_health_consent: HealthConsent
  record_facts: NewFacts
  save_emergency_sheet: SaveEmergencySheet
  record_scam_check: RecordScamCheck
  keep_scam_check: KeepScamCheck
  forget_scam_check: ForgetScamCheck
  tell_scam_alert: TellScamAlert
  set_reminders: ReminderSettings
  say_fine: SayFine
  hear_word: HearWord
  help_with_medicines: HelpWithMedicines
  stop_ladder: StopLadder
}

export type CommandType = keyof Payloads
export type PayloadOf<Type extends CommandType> = Payloads[Type]

/**
 * Every command an outbox may carry. A type, once shipped, stays, and so does each of its versions; their
 * schemas are in `payload-schemas.ts`, a payload of each version in `shipped-payloads.ts`.
 */
export const commandKinds: { [Type in CommandType]: CommandKind<PayloadOf<Type>> } = {
  complete_card: { typeV: 1, aggregate: ({ cardId }) => `card:${cardId}` },
  answer_review: { typeV: 1, aggregate: ({ cardId }) => `card:${cardId}` },
  choose_track: { typeV: 1, aggregate: () => 'track' },
  set_name: { typeV: 1, aggregate: () => 'name' },
  // One aggregate with what follows: without the consent it would be refused.
  answer_health_consent: { typeV: 1, aggregate: () => 'medication' },
  record_facts: { typeV: 1, aggregate: () => 'medication' },
  save_emergency_sheet: { typeV: 1, aggregate: () => 'medication' },
  record_scam_check: { typeV: 1, aggregate: () => 'scam-checks', unseen: true },
  keep_scam_check: { typeV: 1, aggregate: ({ checkId }) => `scam-check:${checkId}` },
  forget_scam_check: { typeV: 1, aggregate: ({ checkId }) => `scam-check:${checkId}` },
  tell_scam_alert: { typeV: 1, aggregate: ({ checkId }) => `scam-alert:${checkId}` },
  set_reminders: { typeV: 1, aggregate: () => 'reminders' },
  say_fine: { typeV: 1, aggregate: () => 'family-fine' },
  hear_word: { typeV: 1, aggregate: ({ wordId }) => `family-word:${wordId}` },
  help_with_medicines: { typeV: 1, aggregate: ({ linkId }) => `help:${linkId}` },
  stop_ladder: { typeV: 1, aggregate: ({ day, slot }) => `ladder:${day}|${slot}` },
}

/** A command in today's shape, of whatever version it was sent. */
export type Command = {
  [Type in CommandType]: { type: Type; payload: PayloadOf<Type> }
}[CommandType]

export function isCommandType(type: string): type is CommandType {
  return Object.hasOwn(commandKinds, type)
}

/** A deed this phone wrote down itself, in today's shape; null when a newer version of the app wrote it. */
export function readDeed(kept: { type: string; typeV: number; payload: unknown }): Command | null {
  const { type, typeV, payload } = kept
  const newest = isCommandType(type) ? toNewest(commandKinds[type], typeV, payload) : undefined
  return newest ? ({ type, ...newest } as Command) : null
}
