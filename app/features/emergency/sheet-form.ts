import { noChange, sheetFields, type Sheet, type SheetChange, type SheetField } from './sheet'
import { longest } from './sheet-schema'

export type SheetErrors = Partial<Record<SheetField, string>>
export type SheetForm =
  | { change: SheetChange }
  /** Nothing is different from what stood there. */
  | { change: null }
  | { errors: SheetErrors }

const phoneFields: readonly SheetField[] = ['guardianPhone', 'doctorPhone']
const fewestDigits = 8
const mostDigits = 13

/**
 * What a filled-in form changes of the sheet it began with.
 * @param before what stood in the form, so that nobody else's newer word is written over
 */
export function readSheetForm(
  values: Readonly<Record<SheetField, string>>,
  before: Sheet,
): SheetForm {
  const change = { ...noChange }
  const errors: SheetErrors = {}
  for (const field of sheetFields) {
    const isPhone = phoneFields.includes(field)
    const typed = tidy(values[field], isPhone)
    if (typed === before[field]) continue
    const error = isPhone ? phoneError(typed) : lengthError(field, typed)
    if (error) errors[field] = error
    change[field] = typed
  }
  if (Object.keys(errors).length > 0) return { errors }
  return { change: sheetFields.some((field) => change[field] !== null) ? change : null }
}

/** Without what cannot be seen; of a number its digits, with the hyphens that people read. */
function tidy(typed: string, isPhone: boolean): string {
  const clean = typed
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{C}\n]/gu, '')
    .trim()
  return isPhone ? clean.replace(/[\s().]/g, '').replace(/[‐-―−]/g, '-') : clean
}

function phoneError(typed: string): string | null {
  const digits = typed.replace(/\D/g, '')
  if (typed === '') return null
  if (!/^\+?[0-9-]+$/.test(typed)) return '숫자가 아닌 글자가 있어요. 전화번호만 적어 주세요.'
  if (digits.length < fewestDigits)
    return '전화번호 숫자가 모자라요. 지역번호부터 모두 적어 주세요.'
  if (digits.length > mostDigits || typed.length > longest.guardianPhone)
    return '전화번호 숫자가 많아요. 번호 하나만 적어 주세요.'
  return null
}

const lengthError = (field: SheetField, typed: string): string | null =>
  typed.length > longest[field] ? `글이 길어요. ${longest[field]}자까지 적을 수 있어요.` : null
