const minFontSize = 22

const number = String.raw`[-+]?(?:\d+\.?\d*|\.\d+)`
const separator = String.raw`(?:\s+,?\s*|,\s*)`
const aNumber = new RegExp(`^${number}$`)
const aTransform = `(?:translate|rotate|scale)\\(\\s*${number}(?:${separator}${number}){0,2}\\s*\\)`

const colourClasses = new Set(
  'ink pine paper tint solid solid-ink mark danger word word-on-solid'.split(' '),
)
const wordClasses = new Set(['word', 'word-on-solid'])

const values: Readonly<Record<string, RegExp>> = {
  d: /^[MmLlHhVvCcSsQqTtAaZz\d\s.,+-]+$/,
  points: /^[\d\s.,+-]+$/,
  transform: new RegExp(`^${aTransform}(?:\\s+${aTransform})*$`),
  'text-anchor': /^(?:start|middle|end)$/,
  xmlns: /^http:\/\/www\.w3\.org\/2000\/svg$/,
  viewBox: /^0 0 256 160$/,
}

/** The elements a drawing may have, and the attributes each may carry. */
export const attributesOf: Readonly<Record<string, readonly string[]>> = {
  svg: ['xmlns', 'viewBox'],
  g: ['class', 'transform'],
  path: ['d', 'class', 'transform'],
  circle: ['cx', 'cy', 'r', 'class', 'transform'],
  ellipse: ['cx', 'cy', 'rx', 'ry', 'class', 'transform'],
  rect: ['x', 'y', 'width', 'height', 'rx', 'ry', 'class', 'transform'],
  line: ['x1', 'y1', 'x2', 'y2', 'class', 'transform'],
  polyline: ['points', 'class', 'transform'],
  polygon: ['points', 'class', 'transform'],
  text: ['x', 'y', 'font-size', 'text-anchor', 'class', 'transform'],
}

export const allowedElements = Object.keys(attributesOf)
  .filter((name) => name !== 'svg')
  .join(' ')

type Report = (message: string) => void

/** A reported value is still in the answer, so that nothing is reported twice: then drop the drawing. */
export function readAttributes(
  element: string,
  raw: string,
  allowed: readonly string[],
  report: Report,
): Map<string, string> {
  const found = new Map<string, string>()
  for (const [, name = '', value = ''] of raw.matchAll(/([^\s"'<>=/]+)="([^"]*)"/g)) {
    if (!allowed.includes(name)) {
      report(`attribute "${name}" is not allowed on <${element}>; use only ${allowed.join(' ')}`)
    } else if (found.has(name)) {
      report(`attribute "${name}" stands twice on <${element}>; keep one`)
    } else {
      const right = name === 'class' ? colourClasses.has(value) : valuePattern(name).test(value)
      if (!right) report(refusedValue(element, name, value))
      found.set(name, value.trim().replace(/\s+/g, ' '))
    }
  }
  if (element === 'svg' && found.size < allowed.length) {
    report('<svg> needs xmlns="http://www.w3.org/2000/svg" and viewBox="0 0 256 160"; add them')
  }
  return found
}

function valuePattern(attribute: string): RegExp {
  return values[attribute] ?? aNumber
}

function refusedValue(element: string, name: string, value: string): string {
  const advice =
    name === 'class'
      ? `use exactly one of ${[...colourClasses].join(' ')}`
      : name in values
        ? 'see docs/writing-cards.md for what it may hold'
        : 'write a plain number'
  return `${name}="${value}" on <${element}> is not allowed; ${advice}`
}

/** A shape without a class would be black in light, dark and high contrast alike. */
export function checkColour(element: string, colour: string | undefined, report: Report) {
  const reportedAlready = colour !== undefined && !colourClasses.has(colour)
  if (reportedAlready) return
  const expectsWord = element === 'text'
  if (colour !== undefined && wordClasses.has(colour) === expectsWord) return
  const choice = [...colourClasses].filter((name) => wordClasses.has(name) === expectsWord)
  report(`<${element}> needs a class for its colour; use one of ${choice.join(' ')}`)
}

export function checkFontSize(size: string | undefined, report: Report) {
  if (size !== undefined && Number(size) >= minFontSize) return
  report(`<text> needs font-size="${minFontSize}" or more, so that weak eyes can read it`)
}
