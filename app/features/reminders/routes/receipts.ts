import type { ActionFunctionArgs } from '@remix-run/node'
import { answerPhone, done, readJson, refuseTooMany } from '../answer-phone.server'
import { noteDelivered } from '../health/note-delivered.server'

/** `POST /reminders/receipts` with `{receipt}`: a push has arrived. The token says which, so nobody signs in. */
export async function action({ context, request }: ActionFunctionArgs) {
  const refused = await refuseTooMany(context, 'receiptPerAddress', context.clientAddress)
  if (refused) return refused
  const { receipt } = ((await readJson(request)) ?? {}) as { receipt?: unknown }
  const isOurs = typeof receipt === 'string' && (await noteDelivered(context, receipt))
  return isOurs ? done() : answerPhone(400, { error: 'bad_receipt' })
}
