export type ParsedPhone = { ok: true; phone: string } | { ok: false; message: string }

const koreanMobile = '+8210'
const koreanMobileDigits = 8
const separators = /[\s().·\-‐-―−ー~]/g

const say = {
  empty: '전화번호를 넣어 주세요. 010부터 11자리예요.',
  letters: '숫자만 넣어 주세요. 010부터 11자리예요.',
  short: '전화번호 숫자가 모자라요. 010부터 11자리를 넣어 주세요.',
  long: '전화번호 숫자가 많아요. 010부터 11자리를 넣어 주세요.',
  other: '휴대폰 번호만 쓸 수 있어요. 010부터 넣어 주세요.',
}

/**
 * A number as people write it (spaces, dots, +82, full-width digits) as E.164, `+821012345678`.
 * @param prefixes allowed beginnings in E.164; `+8210` is followed by exactly eight digits
 * (전기통신번호관리세칙), for others only E.164's own limit of 15 digits is known.
 */
export function parsePhone(
  text: string,
  prefixes: readonly string[] = [koreanMobile],
): ParsedPhone {
  const refuse = (why: keyof typeof say): ParsedPhone => ({ ok: false, message: say[why] })
  const compact = text.normalize('NFKC').replace(separators, '')
  if (compact === '') return refuse('empty')
  if (!/^\+?\d+$/.test(compact)) return refuse('letters')
  const number = toInternational(compact)
  const prefix = prefixes.find((allowed) => number.startsWith(allowed))
  if (!prefix)
    return refuse(number.length < 6 && koreanMobile.startsWith(number) ? 'short' : 'other')
  const digits = number.length - prefix.length
  if (prefix === koreanMobile) {
    if (digits < koreanMobileDigits) return refuse('short')
    if (digits > koreanMobileDigits) return refuse('long')
  } else if (number.length < 8) return refuse('short')
  else if (number.length > 16) return refuse('long')
  return { ok: true, phone: number }
}

function toInternational(digits: string): string {
  if (digits.startsWith('+')) return digits.replace(/^\+820/, '+82')
  if (digits.startsWith('00')) return toInternational(`+${digits.slice(2)}`)
  if (digits.startsWith('0')) return `+82${digits.slice(1)}`
  return digits.startsWith('82') ? toInternational(`+${digits}`) : `+82${digits}`
}

/** `+821012345678` as it is read in Korea, `010-1234-5678`; other numbers unchanged. */
export function formatPhone(phone: string): string {
  const [, middle, end] = /^\+8210(\d{4})(\d{4})$/.exec(phone) ?? []
  return end ? `010-${middle}-${end}` : phone
}

/**
 * The six digits of a code, however they were typed or pasted (spaces, full-width digits, or the whole
 * text message), or null.
 */
export function findCode(text: string): string | null {
  const plain = text.normalize('NFKC')
  const found = plain.match(/(?<!\d)\d{6}(?!\d)/g) ?? []
  if (found.length === 1) return found[0]
  const digits = plain.replace(/[\s-]/g, '')
  return /^\d{6}$/.test(digits) ? digits : null
}
