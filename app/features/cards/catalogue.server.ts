import type { Parts, RequestContext } from '~/platform/context.server'
import type { Card } from './card'
import type { CardSummary } from './learning'

/** Every card that is not retired, in order of track and place. */
export async function listCards(
  context: Pick<RequestContext, 'cache' | 'asViewer'>,
): Promise<Card[]> {
  return context.cache.getOrMake('catalogue', 'all', async () => {
    const rows = await context.asViewer((tx) =>
      tx
        .selectFrom('gyeote.cards')
        .select('content')
        .where('retired_at', 'is', null)
        .orderBy('track')
        .orderBy('position')
        .execute(),
    )
    return rows.map((row) => row.content as Card)
  })
}

export async function listSummaries(
  context: Pick<RequestContext, 'cache' | 'asViewer'>,
): Promise<CardSummary[]> {
  return (await listCards(context)).map(summarise)
}

export function summarise(card: Card): CardSummary {
  const { id, track, order, title, minutes, points, level, edition, quiz } = card
  const rightAnswer = quiz.answers.findIndex(({ correct }) => correct)
  return { id, track, order, title, minutes, points, level, edition, rightAnswer }
}

/** After the content was loaded anew. */
export function forgetCatalogue(parts: Pick<Parts, 'cache'>) {
  return parts.cache.forget('catalogue', 'all')
}
