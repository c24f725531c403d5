import type { NewFacts } from '../facts/fact-schema'
import type { EpochDay } from '../schedule/care-date'
import type { CourseVersion, Facts } from '../schedule/facts'
import type { Moment } from '../schedule/moment'
import { one, type FormError, type Values } from '../forms/form-values'
import { readDoseTimes } from './read-dose-times'
import { inFormOrder } from './form-order'
import { readRule } from './read-rule'
import { readDate } from '../forms/typed-dates'
import { readAmount, readWhole } from '../forms/typed-numbers'

/** What the form says of a medicine, whether it is new or edited. */
export interface CourseDraft {
  label: string
  version: Pick<
    CourseVersion,
    | 'lastOn'
    | 'rule'
    | 'slots'
    | 'meal'
    | 'minGapMin'
    | 'max24h'
    | 'amount'
    | 'unit'
    | 'instruction'
  >
  /** Hours of exact times that were not known before. */
  slotHours: NonNullable<NewFacts['slotHours']>
}

interface DraftOf {
  values: Values
  facts: Facts
  now: Moment
  newId: () => string
  /** Where a rule that counts days counts from. */
  from: EpochDay
  isNeeded: boolean
  /** A pouch is one pouch, whatever is in it. */
  isPouch: boolean
  /** The version that is edited. */
  before?: CourseVersion
}

/** Reads the form of one medicine; everything that has to be put right is found at once. */
export function draftOf(draft: DraftOf): CourseDraft | { errors: FormError[] } {
  const { values, isNeeded, isPouch, before, from } = draft
  const errors: FormError[] = []
  const wrong = (fieldId: string, message: string) => void errors.push({ fieldId, message })
  const label = one(values, 'label')
  if (label === '') wrong('label', '약 이름이 비어 있어요. 봉지나 상자를 보고 적어 주세요.')
  if ([...label].length > 80) wrong('label', '이름이 너무 길어요. 80자까지 적을 수 있어요.')
  const unit = isPouch ? '포' : one(values, 'unit')
  if (unit === '') wrong('unit', '세는 말이 비어 있어요. 알, 포처럼 적어 주세요.')
  if ([...unit].length > 10) wrong('unit', '세는 말이 너무 길어요. 10자까지 적을 수 있어요.')
  const instruction = one(values, 'instruction')
  if ([...instruction].length > 400)
    wrong('instruction', '적은 말이 너무 길어요. 400자까지 적을 수 있어요.')
  const amount = isPouch ? 1000 : readAmount(one(values, 'amount'))
  if (amount === null && !(isNeeded && one(values, 'amount') === ''))
    wrong('amount', '얼마나 드시는지 알 수 없어요. 1이나 반처럼 적어 주세요.')
  const lastOn = one(values, 'lastOn') === '' ? null : readDate(one(values, 'lastOn'))
  if (one(values, 'lastOn') !== '' && lastOn === null)
    wrong('lastOn', '끝나는 날을 알 수 없어요. 날짜를 골라 주세요.')
  if (lastOn !== null && lastOn < Math.max(from, draft.now.day))
    wrong('lastOn', '끝나는 날이 지났거나 시작보다 앞이에요. 날짜를 다시 봐 주세요.')
  const times = isNeeded ? { slots: [], slotHours: [] } : readDoseTimes(draft, amount ?? 1000)
  if ('errors' in times) errors.push(...times.errors)
  const rule = isNeeded ? ({ kind: 'daily' } as const) : readRule(values, from, before?.rule)
  if ('errors' in rule) errors.push(...rule.errors)
  const limits = isNeeded
    ? readLimits(values)
    : { minGapMin: before?.minGapMin ?? null, max24h: null }
  if ('errors' in limits) errors.push(...limits.errors)
  if (errors.length > 0 || 'errors' in times || 'errors' in rule || 'errors' in limits)
    return { errors: inFormOrder(errors) }
  const meal = (['before', 'with', 'after'] as const).find((when) => when === one(values, 'meal'))
  const { slots, slotHours } = times
  const words = { unit, instruction: instruction === '' ? null : instruction, meal: meal ?? null }
  const much = { amount: isNeeded ? amount : null }
  return { label, slotHours, version: { lastOn, rule, slots, ...much, ...words, ...limits } }
}

/** 필요할 때만: the least gap and the most within 24 hours, as far as the label names them. */
function readLimits(
  values: Values,
): Pick<CourseVersion, 'minGapMin' | 'max24h'> | { errors: FormError[] } {
  const errors: FormError[] = []
  const part = (name: string, least: number, most: number, message: string): number => {
    const typed = one(values, name)
    const value = typed === '' ? 0 : readWhole(typed, least, most)
    if (value === null) errors.push({ fieldId: name, message })
    return value ?? 0
  }
  const hours = part('gapHours', 0, 167, '몇 시간인지 알 수 없어요. 167까지 숫자로 적어 주세요.')
  const minutes = part('gapMinutes', 0, 59, '몇 분인지 알 수 없어요. 59까지 숫자로 적어 주세요.')
  const most = part('max24h', 1, 48, '몇 번인지 알 수 없어요. 1부터 48까지 숫자로 적어 주세요.')
  if (errors.length > 0) return { errors }
  return { minGapMin: hours * 60 + minutes || null, max24h: most || null }
}
