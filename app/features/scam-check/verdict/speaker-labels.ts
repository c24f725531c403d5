/** `상담사:`, `사기범 :`, `[화자1]`, `A:`; the words of who wrote a conversation down, not of who spoke. */
const label =
  /(^|\n)[ \t]{0,4}(?:[[(<]?[가-힣a-z○*]{1,8} ?[0-9a-z]{0,2}[\])>]?[ \t]{0,2}[:：]|[[(<][가-힣a-z]{1,8} ?[0-9a-z]{0,2}[\])>])/g

/** Where speakers are named at the beginning of a line, as offsets in the folded text. */
export function speakerLabels(folded: string): { from: number; to: number }[] {
  return [...folded.matchAll(label)].map((match) => ({
    from: match.index + (match[1] ?? '').length,
    to: match.index + match[0].length,
  }))
}

/** `[Web발신]`, which the carrier puts before what a computer sent. */
const stamp = /\[ ?(?:web|웹) ?발신 ?\]/g
/** `#{고객명}`, `${name}`, `{{일시}}`: the name of what a sender forgot to fill in. */
const blank = /[#$]?\{{1,2}[^{}\n]{1,30}\}{1,2}/g

/** What nobody wrote to anybody, as offsets in the folded text, in their order. */
export const unwritten = (folded: string): { from: number; to: number }[] =>
  [...folded.matchAll(stamp), ...folded.matchAll(blank)]
    .map((match) => ({ from: match.index, to: match.index + match[0].length }))
    .sort((a, b) => a.from - b.from)
