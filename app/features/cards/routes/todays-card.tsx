import { redirect, type LoaderFunctionArgs } from '@remix-run/node'
import { chooseTodaysCard } from '../choose-card'
import { loadLearningPage } from '../load-learning-page.server'

/** The shortcut 오늘의 카드 of the installed app. */
export async function loader({ context }: LoaderFunctionArgs) {
  const { catalogue, learning, today } = await loadLearningPage(context)
  const chosen = chooseTodaysCard(catalogue, learning, today)
  return redirect(chosen ? `/learn/${chosen.card.id}` : '/learn')
}
