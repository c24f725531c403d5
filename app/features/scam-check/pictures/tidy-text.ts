/**
 * What the reader says, as a person would have typed it: lines of signs alone are frames and icons, and it
 * puts blanks between the letters of an address.
 */
export function tidyText(read: string): string {
  return read
    .split('\n')
    .map((line) => closeAddresses(line.replace(/\s+/g, ' ').trim()))
    .filter((line) => /[가-힣]|[a-z]{2}|\d{2}/i.test(line))
    .join('\n')
}

const brokenScheme = /\bh ?t ?t ?p ?(s?) ?[:;] ?\/ ?\/ ?/gi

function closeAddresses(line: string): string {
  return line.replace(brokenScheme, (_, secure: string) => `http${secure.toLowerCase()}://`)
}
