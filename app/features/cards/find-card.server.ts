import type { RequestContext } from '~/platform/context.server'
import type { Card } from './card'
import { listCards } from './catalogue.server'

/** The card with its text, or null when there is none or it is retired. */
export async function findCard(
  context: Pick<RequestContext, 'cache' | 'asViewer'>,
  id: string,
): Promise<Card | null> {
  return (await listCards(context)).find((card) => card.id === id) ?? null
}
