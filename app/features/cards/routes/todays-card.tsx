import type { LoaderFunctionArgs } from '@remix-run/node'
import { redirect, type ClientLoaderFunctionArgs } from '@remix-run/react'
import { isShellRequest } from '~/platform/http/shell.server'
import { PageHead } from '~/ui/page-head'
import { chooseTodaysCard } from '../choose-card'
import type { LearningPage } from '../learning-page'
import { loadKeptLearningPage } from '../load-kept-page'
import { loadLearningPage } from '../load-learning-page.server'

/** The shortcut 오늘의 카드 of the installed app: leads to the card itself, with and without a network. */
export async function loader({ context, request }: LoaderFunctionArgs) {
  if (isShellRequest(request)) return { shell: true as const }
  throw redirect(pathOf(await loadLearningPage(context)))
}

export async function clientLoader({ serverLoader }: ClientLoaderFunctionArgs) {
  throw redirect(pathOf(await loadKeptLearningPage(() => serverLoader<typeof loader>())))
}
clientLoader.hydrate = true as const

function pathOf({ catalogue, learning, today }: LearningPage): string {
  const chosen = chooseTodaysCard(catalogue, learning, today)
  return chosen ? `/learn/${chosen.card.id}` : '/learn'
}

export default function TodaysCardShell() {
  return <PageHead title="오늘의 카드" />
}
