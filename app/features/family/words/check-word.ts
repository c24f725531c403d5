/** Characters of one sentence of cheer. */
export const longestWord = 60

export type CheckedWord = { fits: true; words: string } | { fits: false; message: string }

/** Nobody sees them, and they would hide an address or turn the writing round. */
const unseen = /[\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g
const address = /:\/\/|\bwww\.|[\p{L}\p{N}]\.[a-z]{2,}/iu
/** Seven digits or more, with what people write between them. */
const number = /(?:\p{Nd}[\s().,·~-]*){7,}/u

/**
 * A sentence a relative writes to a senior: one line of plain text, without anything to press or to call,
 * so that a stolen phone of the family is no way to swindle the parents.
 */
export function checkWord(typed: string): CheckedWord {
  const words = typed
    .normalize('NFC')
    .replace(unseen, '')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
  const plain = words.normalize('NFKC')
  const no = (message: string): CheckedWord => ({ fits: false, message })
  if (words === '') return no('아직 아무 말도 없어요. 전할 말을 한 문장 적어 주세요.')
  const length = [...words].length
  if (length > longestWord)
    return no(`${length}자라서 다 못 보내요. ${longestWord}자까지 보내요. 조금 줄여 주세요.`)
  if (address.test(plain))
    return no('인터넷 주소가 있는 것 같아요. 사기를 막으려고 안 보내요. 주소를 빼 주세요.')
  if (number.test(plain))
    return no('전화번호 같은 긴 숫자가 있어요. 사기를 막으려고 안 보내요. 숫자를 빼 주세요.')
  return { fits: true, words }
}
