import { applyNow } from '~/commands/apply-now.server'
import type { RequestContext } from '~/platform/context.server'
import { recordUserEvent } from '~/platform/telemetry/record-user-event.server'
import { appError } from '~/platform/http/app-errors'
import { alertOf } from './alert/alert-of'
import { listFamilyToShow } from './alert/list-family-to-show.server'
import { checkText } from './check-text'
import type { CheckRecord } from './kept-draft'
import { keptOf } from './keeping/kept-check'
import { ownKnowledge } from './knowledge/own-knowledge.server'
import { newRecord } from './new-record'
import type { Reading, Typed } from './reading'
import type { ServerAnswer } from './server-answer'
import { readShared } from './read-shared'

/**
 * A check without scripts, or by a share sheet that no worker hears: judged by the same module as on a phone,
 * answered, and forgotten; kept only where the form says so.
 */
export async function answerForm(
  context: RequestContext,
  request: Request,
  reading: Reading,
): Promise<ServerAnswer> {
  const form = await request.formData()
  const { text, picture } = readShared(form)
  const picks = ['who', 'wishes', 'presses'].flatMap((name) => form.getAll(name)).map(String)
  // No picture is read here, and nothing of it is kept.
  const typed: Typed = { text, picks, picture: picture && 'not_kept', origin: 'typed' }
  const words = reading.wordsOf(typed)
  // The words that come with a picture are no answer to what stands in it.
  if (words.trim() === '' || typed.picture) {
    const trouble = typed.picture ? {} : { trouble: 'empty' as const }
    return { state: { shows: 'form', typed, ...trouble }, family: [] }
  }
  const found = checkText(words, ownKnowledge(), { kind: reading.kind, origin: 'typed' })
  const checked = reading.refine?.(found, typed) ?? found
  const family = context.session.viewer ? await context.asViewer(listFamilyToShow) : []
  const answer = (record: CheckRecord): ServerAnswer => ({
    state: { shows: 'verdict', typed, checked, isNew: false, record },
    family,
  })
  if (form.get('intent') === 'keep') {
    const checkId = String(form.get('checkId') ?? '')
    if (!/^[0-9a-f-]{36}$/.test(checkId)) throw appError('bad_input')
    const payload = { checkId, ...keptOf(checked) }
    await applyNow(context, { id: checkId, type: 'keep_scam_check', payload })
    return answer({ id: checkId, isKept: true, told: form.has('told'), isNoted: true })
  }
  if (context.session.viewer)
    await context.asViewer((tx) =>
      recordUserEvent(tx, 'scam_check', { risk_level: checked.verdict.level }),
    )
  const record = newRecord()
  const alert = family.some((one) => one.told) ? alertOf(record.id, checked) : null
  const told = alert
    ? await applyNow(context, { id: record.id, type: 'tell_scam_alert', payload: alert })
    : null
  return answer({ ...record, told: told !== null && told.status !== 'refused', isNoted: true })
}
