import { answerQuiz } from '~/features/cards/answer-quiz.server'
import { chooseTrack } from '~/features/cards/choose-track.server'
import { completeCard } from '~/features/cards/complete-card.server'
import { forgetLearning } from '~/features/cards/get-learning.server'
import { saveEmergencySheet } from '~/features/emergency/save-emergency-sheet.server'
import { recordHelp } from '~/features/family/helping/record-help.server'
import { hearWord } from '~/features/family/words/hear-word.server'
import { sayFine } from '~/features/family/words/say-fine.server'
import { answerHealthConsent } from '~/features/medication/consent/answer-health-consent.server'
import { recordFacts } from '~/features/medication/facts/record-facts.server'
import { stopLadder } from '~/features/reminders/ladder/stop-ladder.server'
import { setReminders } from '~/features/reminders/settings/set-reminders.server'
import { tellScamAlert } from '~/features/scam-check/alert/tell-scam-alert.server'
import {
  forgetScamCheck,
  keepScamCheck,
  recordScamCheck,
} from '~/features/scam-check/keeping/keep-checks.server'
import { isHeld } from '~/platform/session/is-held.server'
import type { CommandHandlers, Handler } from './apply-command.server'
import type { PayloadOf } from './catalog'

const saveName: Handler<PayloadOf<'set_name'>> = async (tx, personId, { name }) => {
  if (await isHeld(tx)) return { status: 'refused', reason: 'held' }
  await tx
    .updateTable('gyeote.people')
    .set({ display_name: name })
    .where('id', '=', personId)
    .execute()
  return { status: 'accepted' }
}

/** Which use case does what a command asks, on one page. */
export const catalogHandlers: CommandHandlers = {
  handlers: {
    complete_card: completeCard,
    answer_review: answerQuiz,
    choose_track: chooseTrack,
    set_name: saveName,
    answer_health_consent: answerHealthConsent,
    record_facts: recordFacts,
    save_emergency_sheet: saveEmergencySheet,
    record_scam_check: recordScamCheck,
    keep_scam_check: keepScamCheck,
    forget_scam_check: forgetScamCheck,
    tell_scam_alert: tellScamAlert,
    set_reminders: setReminders,
    say_fine: sayFine,
    hear_word: hearWord,
    help_with_medicines: recordHelp,
    stop_ladder: stopLadder,
  },
  afterwards: forgetLearning,
}
