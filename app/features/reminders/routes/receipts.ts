import type { ActionFunctionArgs } from '@remix-run/node'
import { answerPhone, done, readJson, refuseTooMany } from '../answer-phone.server'
import { noteDelivered } from '../health/note-delivered.server'

/**
 * `POST /reminders/receipts` with `{receipt}`: a push has arrived. The token says which, so nobody signs in. 404
 * when no such push is known any more: the phone may have been ended, and asks with its session.
 */
export async function action({ context, request }: ActionFunctionArgs) {
  const refused = await refuseTooMany(context, 'receiptPerAddress', context.clientAddress)
  if (refused) return refused
  const { receipt } = ((await readJson(request)) ?? {}) as { receipt?: unknown }
  const noted = typeof receipt === 'string' ? await noteDelivered(context, receipt) : 'forged'
  if (noted === 'noted') return done()
  return noted === 'unknown'
    ? answerPhone(404, { error: 'unknown_push' })
    : answerPhone(400, { error: 'bad_receipt' })
}
