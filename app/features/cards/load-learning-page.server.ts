import { dateIn, hourIn } from '~/platform/clock'
import type { RequestContext } from '~/platform/context.server'
import { listSummaries } from './catalogue.server'
import { getLearning } from './get-learning.server'
import type { LearningPage } from './learning-page'

/** What every page about learning starts from; the rules then run on it in the page as on the server. */
export async function loadLearningPage(context: RequestContext): Promise<LearningPage> {
  const [learning, catalogue] = await Promise.all([getLearning(context), listSummaries(context)])
  const now = context.clock.now()
  return {
    shell: false,
    personId: context.session.viewer?.personId ?? null,
    learning,
    catalogue,
    today: dateIn(learning.timeZone, now),
    hour: hourIn(learning.timeZone, now),
  }
}
