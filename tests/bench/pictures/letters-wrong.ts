/** How many letters have to be changed, put in or left out, to come from one text to the other. */
export function editDistance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, at) => at)
  for (let i = 1; i <= one.length; i++) {
    const next = [i]
    for (let j = 1; j <= other.length; j++) {
      const same = one[i - 1] === other[j - 1] ? 0 : 1
      next[j] = Math.min(row[j - 1]! + same, row[j]! + 1, next[j - 1]! + 1)
    }
    row = next
  }
  return row[other.length]!
}

/** Share of the letters that came out wrong; blanks and line ends are not counted. */
export function letterErrorRate(written: string, read: string): number {
  const [one, other] = [withoutBlanks(written), withoutBlanks(read)]
  return editDistance(one, other) / one.length
}

export const withoutBlanks = (text: string) => text.normalize('NFC').replace(/\s/g, '')
