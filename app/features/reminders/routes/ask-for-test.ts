import type { ActionFunctionArgs } from '@remix-run/node'
import { answerPhone, needsSession, refuseTooMany } from '../answer-phone.server'
import { askForTest } from '../health/ask-for-test.server'

/** `POST /reminders/test`: a test reminder in two minutes, 202 with `dueAt`; 409 when no phone is reminded. */
export async function action({ context }: ActionFunctionArgs) {
  const personId = context.session.viewer?.personId
  if (!personId) return needsSession()
  const refused = await refuseTooMany(context, 'testReminderPerPerson', personId)
  if (refused) return refused
  const dueAt = await askForTest(context)
  return dueAt
    ? answerPhone(202, { dueAt: dueAt.toISOString() })
    : answerPhone(409, { error: 'no_device' })
}
