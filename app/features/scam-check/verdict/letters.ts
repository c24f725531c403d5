/** Letters of other alphabets that people take for Latin ones, after lower-casing. Unicode TR39, the common part. */
const lookAlikes: Record<string, string> = {
  а: 'a',
  в: 'b',
  с: 'c',
  ԁ: 'd',
  е: 'e',
  һ: 'h',
  і: 'i',
  ј: 'j',
  к: 'k',
  ӏ: 'l',
  м: 'm',
  н: 'h',
  о: 'o',
  р: 'p',
  ԛ: 'q',
  ѕ: 's',
  т: 't',
  у: 'y',
  ѵ: 'v',
  ԝ: 'w',
  х: 'x',
  ё: 'e',
  г: 'r',
  п: 'n',
  α: 'a',
  β: 'b',
  ε: 'e',
  η: 'n',
  ι: 'i',
  κ: 'k',
  ν: 'v',
  ο: 'o',
  ρ: 'p',
  τ: 't',
  υ: 'u',
  χ: 'x',
  γ: 'y',
  ω: 'w',
  ɡ: 'g',
  ɑ: 'a',
  ı: 'i',
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ƅ: 'b',
  ɩ: 'i',
  ʟ: 'l',
  օ: 'o',
  ց: 'g',
  հ: 'h',
  ո: 'n',
  ս: 'u',
  '∕': '/',
  '⁄': '/',
  '／': '/',
  '。': '.',
  '．': '.',
  '․': '.',
  '｡': '.',
  '꞉': ':',
  '：': ':',
  '∶': ':',
  '‐': '-',
  '‑': '-',
  '–': '-',
  '—': '-',
  '−': '-',
  ー: '-',
}

/** The Latin letter or mark that `letter` (lower case, one code point) is taken for, or itself. */
export const latinOf = (letter: string): string => lookAlikes[letter] ?? letter

/** Whether a letter (lower case) is of another alphabet and taken for a Latin one. */
export const isDisguised = (letter: string): boolean =>
  letter > '\u007f' && /^[a-z]$/.test(lookAlikes[letter] ?? '')

/** Characters that are not seen: zero-width, directions, variation selectors, soft hyphens, Hangul fillers. */
export const isUnseen = (point: number): boolean =>
  point === 0xad ||
  point === 0x34f ||
  point === 0x61c ||
  (point >= 0x115f && point <= 0x1160) ||
  point === 0x180e ||
  (point >= 0x200b && point <= 0x200f) ||
  (point >= 0x202a && point <= 0x202e) ||
  (point >= 0x2060 && point <= 0x206f) ||
  point === 0x3164 ||
  (point >= 0xfe00 && point <= 0xfe0f) ||
  point === 0xfeff ||
  point === 0xffa0 ||
  (point >= 0xe0000 && point <= 0xe01ef)

export const isHangul = (code: number): boolean => code >= 0xac00 && code <= 0xd7a3

/** A folded UTF-16 unit that carries meaning: a letter a–z, a digit, Hangul. */
export const isWordUnit = (code: number): boolean =>
  (code >= 48 && code <= 57) ||
  (code >= 97 && code <= 122) ||
  isHangul(code) ||
  (code >= 0x3131 && code <= 0x318e)
