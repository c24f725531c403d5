import { v5 as uuidv5, v7 as uuidv7, validate } from 'uuid'
import { applyNow } from '~/commands/apply-now.server'
import type { RequestContext } from '~/platform/context.server'
import { loadMedication } from '../facts/load-medication.server'
import { daysShownToday } from '../facts/medication-page'
import { momentOf } from '../schedule/moment'
import { readTakeForm, take } from './take'
import { refusedPage } from '../facts/why-not-kept.server'

/** A tap on a card of 필요할 때만 without JavaScript. */
export async function takeAsNeeded(context: RequestContext, data: FormData): Promise<void> {
  const form = readTakeForm(data)
  const { facts, now } = await loadMedication(context, { back: daysShownToday, stock: false })
  const payload = take(form, facts, momentOf(facts, now), uuidv7)
  if (!payload) return
  const given = data.get('commandId')
  const tap = `${form.what}|${form.courseId}|${form.intakeId}`
  const id = typeof given === 'string' && validate(given) ? uuidv5(tap, given) : uuidv7()
  const applied = await applyNow(context, { id, type: 'record_facts', payload })
  if (applied.status === 'refused') throw refusedPage(applied.reason)
}
