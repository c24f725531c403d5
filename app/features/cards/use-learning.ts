import { useMemo } from 'react'
import { useWaiting } from '~/commands/use-waiting'
import { useFreshen } from '~/offline/use-freshen'
import { dateIn } from '~/platform/clock'
import { applyDeed } from './apply-deed'
import type { Learning } from './learning'
import type { LearningPage } from './learning-page'

/** The learning as the person sees it: what the server knows, and what they did that it does not know yet. */
export function useLearning(page: LearningPage): Learning {
  const { sent, waiting } = useWaiting()
  useFreshen(page.today, (now) => dateIn(page.learning.timeZone, now))
  const { learning, catalogue } = page
  return useMemo(
    () =>
      [...sent, ...waiting].reduce((before, deed) => applyDeed(before, deed, catalogue), learning),
    [sent, waiting, learning, catalogue],
  )
}
