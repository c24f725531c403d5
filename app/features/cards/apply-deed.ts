import type { WaitingDeed } from '~/commands/list-deeds'
import { applyToLearning } from './apply-to-learning'
import type { CardSummary, Learning } from './learning'

/** The learning after a deed of this phone, as the server will have it. */
export function applyDeed(
  learning: Learning,
  deed: WaitingDeed,
  catalogue: readonly CardSummary[],
): Learning {
  switch (deed.type) {
    case 'choose_track':
      return applyToLearning(learning, { type: deed.type, track: deed.payload.track })
    case 'set_name':
      return applyToLearning(learning, { type: deed.type, name: deed.payload.name })
    case 'complete_card':
    case 'answer_review': {
      const card = catalogue.find(({ id }) => id === deed.payload.cardId)
      if (!card) return learning
      const { answer } = deed.payload
      // Where the copy does not say which is right, nothing comes back that may have been.
      const correct = card.rightAnswer === null || card.rightAnswer === answer
      const on = 'completedOn' in deed.payload ? deed.payload.completedOn : deed.payload.answeredOn
      return applyToLearning(learning, {
        type: deed.type,
        card,
        answer: { answer, correct, on },
      })
    }
    case 'answer_health_consent':
    case 'record_facts':
    case 'save_emergency_sheet':
    case 'record_scam_check':
    case 'keep_scam_check':
    case 'forget_scam_check':
    case 'tell_scam_alert':
    case 'set_reminders':
    case 'say_fine':
    case 'hear_word':
    case 'help_with_medicines':
    case 'stop_ladder':
      return learning
  }
}
