import type { ActionFunctionArgs } from '@remix-run/node'
import { answerPhone, done, readJson, refuseTooMany } from '../answer-phone.server'
import { noteDelivered } from '../health/note-delivered.server'

/** Longer than any push is remembered. */
const longestMs = 40 * 24 * 60 * 60_000

/**
 * `POST /reminders/receipts` with `{receipt, agoMs?}`: a push has arrived, so many ms ago. The token says which, so
 * nobody signs in. 404 when no such push is known any more: the phone may have been ended, and asks with its session.
 */
export async function action({ context, request }: ActionFunctionArgs) {
  const refused = await refuseTooMany(context, 'receiptPerAddress', context.clientAddress)
  if (refused) return refused
  const { receipt, agoMs } = ((await readJson(request)) ?? {}) as Record<string, unknown>
  const noted =
    typeof receipt === 'string'
      ? await noteDelivered(context, receipt, durationOf(agoMs))
      : ('forged' as const)
  if (noted === 'noted') return done()
  return noted === 'unknown'
    ? answerPhone(404, { error: 'unknown_push' })
    : answerPhone(400, { error: 'bad_receipt' })
}

/** In ms; a worker of an older build says none, and tells at once. */
const durationOf = (agoMs: unknown): number =>
  typeof agoMs === 'number' && agoMs > 0 ? Math.min(agoMs, longestMs) : 0
