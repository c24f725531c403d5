import type { ActionFunctionArgs } from '@remix-run/node'
import { recordCardView } from '../record-card-view.server'

/** A beacon from an open card; never an insert in a loader, since a prefetch is not a reading. */
export async function action({ context, params }: ActionFunctionArgs) {
  await recordCardView(context, params.cardId ?? '')
  return new Response(null, { status: 204 })
}
