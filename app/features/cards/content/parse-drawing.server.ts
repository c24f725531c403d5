import type { Mistake } from './content-problem'
import {
  allowedElements,
  attributesOf,
  checkColour,
  checkFontSize,
  readAttributes,
} from './drawing-rules.server'

/** A word written in a drawing. */
export interface DrawnWord {
  text: string
  line: number
}

/** `svg` is written anew from what was understood, so nothing unread can reach a page. */
export type ParsedDrawing = { svg: string; words: DrawnWord[] } | { problems: Mistake[] }

const maxBytes = 3072
const maxWords = 2

const opening = /^<([A-Za-z][\w:.-]*)((?:\s+[^\s"'<>=/]+="[^"<>&]*")*)\s*(\/?)>/
const closing = /^<\/([A-Za-z][\w:.-]*)\s*>/
const plainText = /^[^<>&]+/
const unprintable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u2028\u2029\ufeff]/

interface OpenElement {
  name: string
  line: number
  colour: string | undefined
}

class Refused extends Error {}

/**
 * Reads a drawing in the small subset of SVG that docs/writing-cards.md names and refuses everything else: drawings are put
 * into pages as HTML, so this is also the gate that keeps scripts, styles and links out.
 */
export function parseDrawing(source: string): ParsedDrawing {
  const problems: Mistake[] = []
  const words: DrawnWord[] = []
  const open: OpenElement[] = []
  const written: string[] = []
  let at = 0
  let shapes = 0
  let rootSeen = false
  const text = source.replace(/\r\n/g, '\n').trimEnd()
  const line = () => text.slice(0, at).split('\n').length
  const report = (message: string) => problems.push({ line: line(), message })

  function readOpening(name: string, rawAttributes: string, closed: boolean) {
    const parent = open.at(-1)
    const allowed = Object.hasOwn(attributesOf, name) ? attributesOf[name] : undefined
    if (!allowed) {
      throw new Refused(`<${name}> is not allowed; use only ${allowedElements}`)
    }
    if ((name === 'svg') === rootSeen) {
      throw new Refused('a drawing is exactly one <svg> element; put everything inside it')
    }
    if (parent && parent.name !== 'svg' && parent.name !== 'g') {
      throw new Refused(`<${name}> stands inside <${parent.name}>; only <g> may hold others`)
    }
    rootSeen = true
    const attributes = readAttributes(name, rawAttributes, allowed, report)
    const colour = attributes.get('class') ?? parent?.colour
    if (name !== 'svg' && name !== 'g') {
      shapes += 1
      checkColour(name, colour, report)
    }
    if (name === 'text') checkFontSize(attributes.get('font-size'), report)
    const kept = [...attributes].map(([key, value]) => ` ${key}="${value}"`).join('')
    written.push(closed ? `<${name}${kept}/>` : `<${name}${kept}>`)
    if (!closed) open.push({ name, line: line(), colour })
  }

  function readText(raw: string) {
    if (!raw.trim()) return
    at += raw.search(/\S/)
    if (open.at(-1)?.name !== 'text') {
      throw new Refused('words may stand only inside <text>; move or remove them')
    }
    const word = raw.trim().replace(/\s+/g, ' ')
    words.push({ text: word, line: line() })
    written.push(word)
  }

  function readNext() {
    const rest = text.slice(at)
    const start = opening.exec(rest)
    const end = closing.exec(rest)
    const token = start ?? end ?? plainText.exec(rest)
    if (!token) throw new Refused(describeForeign(rest))
    const until = at + token[0].length
    if (at > 0 && open.length === 0) {
      at += rest.search(/\S/)
      throw new Refused('nothing may follow </svg>; remove it')
    }
    if (start) readOpening(start[1] ?? '', start[2] ?? '', start[3] === '/')
    else if (end) {
      const expected = open.pop()?.name
      if (expected !== end[1]) {
        throw new Refused(`</${end[1]}> closes nothing here; expected </${expected ?? 'svg'}>`)
      }
      written.push(`</${expected}>`)
    } else readText(token[0])
    at = until
  }

  try {
    if (unprintable.test(text)) {
      at = text.search(unprintable)
      throw new Refused('an invisible control character stands here; remove it')
    }
    if (!text.startsWith('<svg')) {
      throw new Refused(`the file must start with <svg; ${describeForeign(text)}`)
    }
    while (at < text.length) readNext()
    const unclosed = open.at(-1)
    if (unclosed) {
      throw new Refused(`<${unclosed.name}> of line ${unclosed.line} is never closed; close it`)
    }
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    report(error.message)
    return { problems }
  }

  const whole = (message: string) => problems.push({ line: 1, message })
  const bytes = new TextEncoder().encode(source).length
  if (bytes >= maxBytes) {
    whole(`the drawing has ${bytes} bytes; draw with fewer lines, under ${maxBytes} bytes`)
  }
  if (shapes === 0) whole('the drawing is empty; draw something or remove the file')
  const wordCount = words.flatMap((word) => word.text.split(' ')).length
  if (wordCount > maxWords) {
    whole(`the drawing has ${wordCount} words; keep at most ${maxWords}, better none`)
  }
  return problems.length > 0 ? { problems } : { svg: written.join(''), words }
}

function describeForeign(rest: string): string {
  if (rest.startsWith('<!--')) return 'comments are not allowed; remove them'
  if (rest.startsWith('<![')) return 'CDATA is not allowed; remove it'
  if (rest.startsWith('<!')) return 'a DOCTYPE or declaration is not allowed; remove it'
  if (rest.startsWith('<?')) return 'an XML declaration or instruction is not allowed; remove it'
  if (rest.startsWith('&')) return 'entities (&…;) are not allowed; write the letter itself'
  if (rest.startsWith('<')) {
    return 'this tag cannot be read; write it as <name attribute="value"> with plain double quotes'
  }
  return 'this is not part of the small SVG that is allowed; remove it'
}
