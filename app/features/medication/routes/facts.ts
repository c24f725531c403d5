import type { LoaderFunctionArgs } from '@remix-run/node'
import type { ArrivalsAnswer } from '../facts/sync-facts'
import { listArrivals } from '../facts/list-arrivals.server'

/** `GET /medication/facts?since=<ms>`: what a phone does not have yet of its person's medicines. */
export async function loader({ context, request }: LoaderFunctionArgs) {
  const since = Number(new URL(request.url).searchParams.get('since') ?? 0)
  const from = Number.isSafeInteger(since) && since >= 0 && since < 4e12 ? since : 0
  const personId = context.session.viewer?.personId ?? null
  const arrivals =
    personId === null
      ? { facts: {}, upTo: from, more: false }
      : await context.asViewer((tx) => listArrivals(tx, personId, from))
  return Response.json({ v: 1, personId, ...arrivals } satisfies ArrivalsAnswer, {
    headers: { 'Cache-Control': 'private, no-store' },
  })
}
