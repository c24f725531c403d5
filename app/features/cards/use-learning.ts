import { useWaiting, type WaitingDeed } from '~/commands/use-waiting'
import { useFreshen } from '~/offline/use-freshen'
import { dateIn } from '~/platform/clock'
import { applyToLearning } from './apply-to-learning'
import type { CardSummary, Learning } from './learning'
import type { LearningPage } from './learning-page'

/** The learning as the person sees it: what the server knows, and what they did that it does not know yet. */
export function useLearning(page: LearningPage): Learning {
  const { sent, waiting } = useWaiting()
  useFreshen(page.today, (now) => dateIn(page.learning.timeZone, now))
  return [...sent, ...waiting].reduce(
    (learning, deed) => applyDeed(learning, deed, page.catalogue),
    page.learning,
  )
}

function applyDeed(
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
      const on = 'completedOn' in deed.payload ? deed.payload.completedOn : deed.payload.answeredOn
      // Whether it was right matters some days later, when the server has said so.
      const answer = { answer: deed.payload.answer, correct: true, on }
      return applyToLearning(learning, { type: deed.type, card, answer })
    }
    case 'answer_health_consent':
    case 'record_facts':
      return learning
  }
}
