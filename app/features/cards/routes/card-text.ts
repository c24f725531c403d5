import type { LoaderFunctionArgs } from '@remix-run/node'
import { appError } from '~/platform/http/app-errors'
import { findCard } from '../find-card.server'

/** One card with its text, for the phone to keep. Public reading matter: the same for everybody. */
export async function loader({ context, params }: LoaderFunctionArgs) {
  const card = await findCard(context, params.cardId ?? '')
  if (!card) throw appError('unknown_card')
  return Response.json(card, { headers: { 'Cache-Control': 'public, max-age=300' } })
}
