import { v5 as uuidv5, v7 as uuidv7, validate } from 'uuid'
import type { RequestContext } from '~/platform/context.server'
import { applyNow } from '~/commands/apply-now.server'
import { loadMedication } from '../facts/load-medication.server'
import { daysShownToday } from '../facts/medication-page'
import { careDateOfKey } from '../schedule/keys'
import { momentOf } from '../schedule/moment'
import { readInsisting, readSayForm, say, type Said } from './say'
import { refusedPage } from '../facts/why-not-kept.server'

/** What a form without JavaScript came to, and the doses it was about. */
export interface SentSaying {
  said: Said
  doses: string[]
}

/** A tap on a dose card without JavaScript; the same rules on the server's facts. */
export async function sayDoses(context: RequestContext, data: FormData): Promise<SentSaying> {
  const { form, insisting } = readInsisting(readSayForm(data))
  const { doses } = form
  const today = Math.floor(context.clock.now().getTime() / 86_400_000)
  const oldest = Math.min(today, ...doses.map(careDateOfKey).filter(Number.isInteger))
  const back = Math.max(daysShownToday, today - oldest + 1)
  const { facts, now } = await loadMedication(context, { back, stock: false })
  const said = say(form, facts, momentOf(facts, now), { newId: uuidv7, insisting })
  if (!said.facts) return { said, doses }
  const given = data.get('commandId')
  // Made with the page, which has several forms: the same tap twice counts once.
  const tap = `${String(data.get('say'))}|${form.time}|${doses.join()}`
  const id = typeof given === 'string' && validate(given) ? uuidv5(tap, given) : uuidv7()
  const applied = await applyNow(context, { id, type: 'record_facts', payload: said.facts })
  if (applied.status === 'refused') throw refusedPage(applied.reason)
  return { said, doses }
}
