/** What may stand in one line, in octets without its end (RFC 5545 §3.1). */
const longest = 75

/** Lines as a calendar file has them: folded, each ended by CRLF. */
export const contentLines = (lines: readonly string[]): string =>
  lines.map((line) => `${folded(line)}\r\n`).join('')

/** A text's own commas, semicolons and line ends, as a value (RFC 5545 §3.3.11). */
export const textValue = (text: string): string =>
  text.replace(/[\\;,]/g, (sign) => `\\${sign}`).replace(/\r?\n/g, '\\n')

/** Broken between letters: what goes on in the next line begins there with a space. */
function folded(line: string): string {
  const parts: string[] = []
  let part = ''
  let octets = 0
  for (const letter of line) {
    const more = octetsOf(letter)
    if (octets + more > longest) {
      parts.push(part)
      part = ' '
      octets = 1
    }
    part += letter
    octets += more
  }
  return [...parts, part].join('\r\n')
}

const encoder = new TextEncoder()
const octetsOf = (letter: string): number => encoder.encode(letter).length
