import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { builtinEnvironments } from 'vitest/runtime'
import { attributesOf } from './drawing-rules.server'
import { parseDrawing } from './parse-drawing.server'

const root = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 256 160">'

describe('a drawing', () => {
  const shape = '<circle cx="9" cy="9" r="5" class="ink"/>'
  const inside = (content: string) => `${root}\n${shape}\n${content}\n</svg>`

  it.each<[string, string, number]>([
    ['script', inside('<script>alert(1)</script>'), 3],
    ['script in capitals', inside('<SCRIPT>alert(1)</SCRIPT>'), 3],
    ['script with a space', inside('< script>alert(1)</script>'), 3],
    ['onload on the root', `${root.replace('>', ' onload="a()">')}${shape}</svg>`, 1],
    ['onclick on a shape', inside('<path d="M0 0" class="ink" onclick="a()"/>'), 3],
    ['event after a slash', inside('<path/onload="a()" d="M0 0" class="ink"/>'), 3],
    ['unquoted event', inside('<path d="M0 0" class="ink" onload=a()/>'), 3],
    ['quoted with apostrophes', inside(`<path d='M0 0' class="ink"/>`), 3],
    ['style element', inside('<style>*{fill:red}</style>'), 3],
    ['style attribute', inside('<path d="M0 0" class="ink" style="fill:red"/>'), 3],
    ['colour', inside('<path d="M0 0" class="ink" fill="#f00"/>'), 3],
    ['colour by url', inside('<path d="M0 0" class="ink" stroke="url(#a)"/>'), 3],
    ['foreignObject', inside('<foreignObject><b>x</b></foreignObject>'), 3],
    ['link', inside('<a href="https://a.kr"><path d="M0 0" class="ink"/></a>'), 3],
    ['use', inside('<use href="#a"/>'), 3],
    ['xlink', inside('<g xlink:href="#a" class="ink"/>'), 3],
    ['image', inside('<image href="data:image/png;base64,AA"/>'), 3],
    ['animation', inside('<animate attributeName="href" values="a"/>'), 3],
    ['set', inside('<set attributeName="onload" to="a()"/>'), 3],
    ['title', inside('<title>x</title>'), 3],
    ['id', inside('<g id="a" class="ink"/>'), 3],
    ['namespace', inside('<svg:script xmlns:svg="http://www.w3.org/2000/svg"/>'), 3],
    ['HTML', inside('<iframe srcdoc="x"></iframe>'), 3],
    ['an inherited name', inside('<constructor/>'), 3],
    ['an inherited attribute', inside('<g __proto__="1" class="ink"/>'), 3],
    ['entity', inside('<text x="1" y="30" font-size="24" class="word">&lt;b</text>'), 3],
    ['entity in an attribute', inside('<path d="&#77;0 0" class="ink"/>'), 3],
    ['CDATA', inside('<![CDATA[<script>]]>'), 3],
    ['comment', inside('<!-- note -->'), 3],
    ['doctype', `<!DOCTYPE svg [<!ENTITY a "b">]>\n${inside('')}`, 1],
    ['XML declaration', `<?xml version="1.0"?>\n${inside('')}`, 1],
    ['instruction', inside('<?xml-stylesheet href="a.css"?>'), 3],
    ['something after it', `${inside('')}\n<script>alert(1)</script>`, 5],
    ['words after it', `${inside('')}\nalert`, 5],
    ['a second drawing inside', inside(`${root}</svg>`), 3],
    ['a control character', inside('\u0000'), 3],
    ['an unclosed element', `${root}\n${shape}\n<g class="ink">`, 3],
    ['a wrong closing tag', `${root}\n${shape}\n</g>`, 3],
    ['words outside text', inside('alert(1)'), 3],
    [
      'an element inside text',
      inside(`<text x="1" y="1" font-size="24" class="word">${shape}</text>`),
      3,
    ],
    ['a name twice', inside('<g class="ink" class="pine"/>'), 3],
    ['a path that is no path', inside('<path d="javascript:a()" class="ink"/>'), 3],
    ['a transform that is none', inside('<g transform="url(a)" class="ink"/>'), 3],
    ['a number with a unit', inside('<circle cx="9px" cy="9" r="5" class="ink"/>'), 3],
    ['an unknown class', inside('<path d="M0 0" class="hidden"/>'), 3],
    ['two classes', inside('<path d="M0 0" class="ink pine"/>'), 3],
    ['a shape without colour', inside('<path d="M0 0"/>'), 3],
    ['a shape in the colour of words', inside('<path d="M0 0" class="word"/>'), 3],
    [
      'words in the colour of shapes',
      inside('<text x="1" y="1" font-size="24" class="ink">가</text>'),
      3,
    ],
    ['small words', inside('<text x="1" y="1" font-size="21" class="word">가</text>'), 3],
    ['three words', inside('<text x="1" y="1" font-size="24" class="word">가 나 다</text>'), 1],
    ['another size', inside('').replace('256', '300'), 1],
    ['width', inside('').replace('viewBox', 'width="10" viewBox'), 1],
    ['no namespace', inside('').replace(/ xmlns="[^"]*"/, ''), 1],
    ['nothing drawn', `${root}</svg>`, 1],
    ['too much drawn', inside(`<path d="M0 0${' 1'.repeat(1500)}" class="ink"/>`), 1],
    ['not SVG', 'GIF89a', 1],
  ])('is refused with: %s', (_name, svg, line) => {
    expect(parseDrawing(svg)).toEqual({ problems: [{ line, message: expect.any(String) }] })
  })

  it('inherits its colour from a group and may be moved', () => {
    const moved = '<g class="pine" transform="translate(8 8) rotate(-15)"><path d="M0 0h9"/></g>'
    expect(parseDrawing(`${root}${moved}</svg>`)).toEqual({
      svg: `${root}${moved}</svg>`,
      words: [],
    })
  })
})

const tags = ['g', 'path', 'text', 'rect', 'svg', 'script', 'style', 'a', 'foreignObject', 'use']
const attributes = [
  ...[
    'class="ink"',
    'class="word"',
    'd="M0 0h9"',
    'x="3"',
    'font-size="24"',
    'transform="scale(2)"',
  ],
  ...['onload="a()"', 'href="#a"', 'style="fill:red"', "class='ink'", 'd="M0 0" onload="a()"'],
]
const noise = [
  '<',
  '>',
  '/>',
  '"',
  "'",
  '=',
  '&lt;',
  ']]>',
  '<!--',
  '-->',
  '\n',
  '\t',
  '가',
  '</g>',
]

const openTag = fc
  .tuple(fc.constantFrom(...tags), fc.subarray(attributes), fc.constantFrom('>', '/>', ' >', ''))
  .map(([tag, some, end]) => `<${[tag, ...some].join(' ')}${end}`)
const closeTag = fc.constantFrom(...tags).map((tag) => `</${tag}>`)
const harmless = fc.constantFrom(
  '<path d="M0 0h9" class="ink"/>',
  '<g class="pine"><rect x="1" y="2" width="3" height="4"/></g>',
  '<text x="1" y="30" font-size="24" class="word">가</text>',
  '\n  ',
)
const fragments = fc.array(
  fc.oneof({ weight: 6, arbitrary: harmless }, openTag, closeTag, fc.constantFrom(...noise)),
  { maxLength: 8 },
)

it('lets nothing but the allowed elements and attributes into a page', async () => {
  // Not the whole file in jsdom: Remix's guard refuses *.server modules to anything but a node environment.
  const browser = await builtinEnvironments.jsdom.setup(globalThis, {})
  let accepted = 0
  const check = fc.property(fragments, (pieces) => {
    const parsed = parseDrawing(`${root}${pieces.join('')}</svg>`)
    if ('problems' in parsed) return
    accepted += 1
    const page = document.createElement('div')
    page.innerHTML = parsed.svg
    expect(page.childNodes).toHaveLength(1)
    for (const element of page.querySelectorAll('*')) {
      const allowed = attributesOf[element.tagName]
      expect(allowed).toBeDefined()
      expect(allowed).toEqual(expect.arrayContaining(element.getAttributeNames()))
    }
  })
  fc.assert(check, { numRuns: 3000 })
  await browser.teardown(globalThis)
  expect(accepted).toBeGreaterThan(100)
})

it('answers any text at all without throwing', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(parseDrawing(text)).toHaveProperty('problems')
    }),
  )
})
