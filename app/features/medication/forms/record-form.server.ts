import { redirect } from '@remix-run/node'
import { v5 as uuidv5, v7 as uuidv7, validate } from 'uuid'
import { applyNow } from '~/commands/apply-now.server'
import type { RequestContext } from '~/platform/context.server'
import { appError } from '~/platform/http/app-errors'
import { newFactsSchema, type NewFacts } from '../facts/fact-schema'
import { loadMedication } from '../facts/load-medication.server'
import type { FactRefusal } from '../facts/record-facts.server'
import type { Instant } from '../schedule/care-date'
import type { Facts } from '../schedule/facts'
import { momentOf } from '../schedule/moment'
import { entryWants } from './entry-page'
import { one, valuesOf, type Act, type FormError, type Values } from './form-values'

export interface Returned {
  errors: FormError[]
  values: Values
}

/** Whose medicines a form is about, and how what it comes to is written down. */
export interface Book {
  read(): Promise<{ facts: Facts; now: Instant }>
  /** @returns null once it is written, else the sentence that says why it is not */
  write(commandId: string, facts: NewFacts): Promise<string | null>
  /** Where a page of one's own medicines lies for whoever writes here. */
  pathOf(ownPath: string): string
}

/** Why nothing was written, for whoever reads it on a page. */
export const refusedInWords: Record<Exclude<FactRefusal, 'no_consent'>, string> = {
  changed_meanwhile:
    '저장하지 못했어요. 다른 휴대폰에서 먼저 바꿨어요. 지금 모습을 보고 다시 적어 주세요.',
  other_body: '저장하지 못했어요. 같은 것이 이미 있어요. 내 약에서 살펴봐 주세요.',
  unknown_course: '저장하지 못했어요. 그 약이 이제 없어요. 내 약에서 살펴봐 주세요.',
  held: '저장하지 못했어요. 번호를 확인한 지 얼마 안 됐어요. 일주일이 지난 뒤에 적어 주세요.',
  clock_wrong: '저장하지 못했어요. 휴대폰 시계가 달라요. 시계를 맞추고 다시 적어 주세요.',
  not_yet: '저장하지 못했어요. 아직 오지 않은 날이에요. 휴대폰 시계를 봐 주세요.',
}

/**
 * A form without JavaScript: does what its page does, through the same use case as an outbox.
 * @returns what has to be put right, with everything that was typed
 * @throws {Response} to go on, or of the error catalogue
 */
export const recordForm = (
  context: RequestContext,
  request: Request,
  act: Act,
): Promise<Returned> => recordFormIn(ownBook(context), request, act)

/** The same in the book of whoever it is about. */
export async function recordFormIn(book: Book, request: Request, act: Act): Promise<Returned> {
  const values = valuesOf(await request.formData())
  const commandId = deedOf(values)
  if (commandId === null) throw appError('bad_input')
  const { facts, now } = await book.read()
  const outcome = act(values, facts, momentOf(facts, now), idsFrom(commandId))
  if ('errors' in outcome) return { errors: outcome.errors, values }
  const refused = await book.write(commandId, outcome.facts)
  if (refused === null) throw redirect(book.pathOf(outcome.to), 303)
  // Where somebody else was first, what there is now has to be seen before it is written over.
  const isStale = refused === refusedInWords.changed_meanwhile
  return { errors: [{ fieldId: 'content', message: refused }], values: isStale ? {} : values }
}

/** A page has several forms under one id: the same tap twice is one deed, a tap on another form another one. */
function deedOf(values: Values): string | null {
  const [id, intent] = [one(values, 'commandId'), one(values, 'intent')]
  if (!validate(id)) return null
  return intent === '' ? id : uuidv5(`${intent}|${one(values, 'changeId')}`, id)
}

const ownBook = (context: RequestContext): Book => ({
  read: () => loadMedication(context, entryWants),
  pathOf: (ownPath) => ownPath,
  async write(id, facts) {
    const payload = newFactsSchema.safeParse(facts)
    if (!payload.success) throw appError('bad_input')
    const applied = await applyNow(context, { id, type: 'record_facts', payload: payload.data })
    if (applied.status !== 'refused') return null
    const reason = applied.reason as FactRefusal
    if (reason === 'no_consent') throw redirect('/medication/consent', 303)
    return refusedInWords[reason]
  },
})

/** The first is the form's own: sent twice, it leads to the one course that it made. */
function idsFrom(first: string): () => string {
  let given = false
  return () => {
    if (given) return uuidv7()
    given = true
    return first
  }
}
