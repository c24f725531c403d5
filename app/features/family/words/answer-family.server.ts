import { v5 as uuidv5, v7 as uuidv7, validate } from 'uuid'
import { applyNow } from '~/commands/apply-now.server'
import { stopLadderSchema } from '~/features/reminders/ladder/command-schema'
import type { RequestContext } from '~/platform/context.server'
import { appError } from '~/platform/http/app-errors'

/**
 * The family's buttons of the first page without JavaScript. @returns false when the form is about something
 * else.
 */
export async function answerFamily(context: RequestContext, form: FormData): Promise<boolean> {
  const intent = form.get('family')
  if (intent !== 'fine' && intent !== 'heard' && intent !== 'stop') return false
  const wordId = String(form.get('word') ?? '')
  const stop = stopLadderSchema.safeParse({ day: form.get('day'), slot: form.get('slot') })
  if (intent === 'heard' && !validate(wordId)) throw appError('bad_input')
  if (intent === 'stop' && !stop.success) throw appError('bad_input')
  const about = stop.data ? `${stop.data.day}|${stop.data.slot}` : wordId
  const given = form.get('commandId')
  // Made with the page, which has several forms: the same tap twice counts once.
  const id =
    typeof given === 'string' && validate(given) ? uuidv5(`${intent}|${about}`, given) : uuidv7()
  const applied = await applyNow(
    context,
    intent === 'fine'
      ? { id, type: 'say_fine', payload: {} }
      : intent === 'stop' && stop.data
        ? { id, type: 'stop_ladder', payload: stop.data }
        : { id, type: 'hear_word', payload: { wordId } },
  )
  if (applied.status === 'refused') throw appError('bad_input')
  return true
}
