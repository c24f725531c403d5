import * as z from 'zod/mini'
import {
  answerReviewSchema,
  chooseTrackSchema,
  completeCardSchema,
} from '~/features/cards/command-schema'
import { saveEmergencySheetSchema } from '~/features/emergency/sheet-schema'
import { helpWithMedicinesSchema } from '~/features/family/helping/command-schema'
import { hearWordSchema, sayFineSchema } from '~/features/family/words/command-schema'
import { healthConsentSchema, newFactsSchema } from '~/features/medication/facts/fact-schema'
import { stopLadderSchema } from '~/features/reminders/ladder/command-schema'
import { reminderSettingsSchema } from '~/features/reminders/settings/settings-schema'
import { tellScamAlertSchema } from '~/features/scam-check/alert/alert-schema'
import {
  forgetScamCheckSchema,
  keepScamCheckSchema,
  recordScamCheckSchema,
} from '~/features/scam-check/keeping/check-schema'
import type { CommandType, PayloadOf } from './catalog'

const setNameSchema = z.object({
  name: z.string().check(z.trim(), z.minLength(1), z.maxLength(20)),
})
export type SetName = z.infer<typeof setNameSchema>

/** What the server takes for a payload of each command's newest version. */
export const payloadSchemas: { [Type in CommandType]: z.ZodMiniType<PayloadOf<Type>> } = {
  complete_card: completeCardSchema,
  answer_review: answerReviewSchema,
  choose_track: chooseTrackSchema,
  set_name: setNameSchema,
  answer_health_consent: healthConsentSchema,
  record_facts: newFactsSchema,
  save_emergency_sheet: saveEmergencySheetSchema,
  record_scam_check: recordScamCheckSchema,
  keep_scam_check: keepScamCheckSchema,
  forget_scam_check: forgetScamCheckSchema,
  tell_scam_alert: tellScamAlertSchema,
  set_reminders: reminderSettingsSchema,
  say_fine: sayFineSchema,
  hear_word: hearWordSchema,
  help_with_medicines: helpWithMedicinesSchema,
  stop_ladder: stopLadderSchema,
}
