import type { Heading, List, ListItem, Paragraph, RootContent } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { cutIntoParts, stepsHeading, taskHeading, type Placed } from './body-parts.server'
import type { Card, Step } from '../card'
import type { Mistake } from './content-problem'
import type { PlacedText } from './placed-text'
import { parseDrawing } from './parse-drawing.server'
import { findSentences } from './sentences'

type Body = Pick<Card, 'why' | 'steps' | 'task'>

/** To be used only when there are no problems; `texts` are right in any case. */
interface ParsedBody {
  body: Body
  texts: PlacedText[]
  problems: Mistake[]
}

const leftoverMarks = /\||\*\*|__|~~/

const advice: Readonly<Record<string, string>> = {
  link: 'a link is not allowed; write only its words',
  strong: 'bold is not allowed; remove the stars',
  emphasis: 'emphasis is not allowed; remove the stars or underscores',
  html: 'HTML is not allowed; remove it',
  inlineCode: 'code marks are not allowed; remove the backticks',
  code: 'a code block is not allowed; remove it or indent the line less',
  break:
    'a forced line break is not allowed; remove the spaces or backslash at the end of the line',
  image: 'a drawing belongs on its own line at the end of a step, indented by three spaces',
  list: 'only the numbered steps may be a list; write sentences instead',
  heading: `only "## ${stepsHeading}" and "## ${taskHeading}" may be headings; remove this one`,
  blockquote: 'a quotation block is not allowed; remove the >',
  thematicBreak: 'a dividing line is not allowed; remove it',
}

/** `markdown` keeps blank lines in place of the front matter, so that positions are those of the file. */
export function parseBody(markdown: string, drawings: ReadonlyMap<string, string>): ParsedBody {
  const problems: Mistake[] = []
  const texts: PlacedText[] = []
  const body: Body = { why: [], steps: [], task: [] }

  const report = (node: Placed, message: string) =>
    problems.push({ line: node.position?.start.line ?? 1, message })
  const refuse = (node: Placed & { type: string }) =>
    report(node, advice[node.type] ?? `"${node.type}" is not allowed here; remove it`)

  function readSentences(text: string, firstLine: number): string[] {
    return findSentences(text).map((sentence) => {
      const line = firstLine + text.slice(0, sentence.start).split('\n').length - 1
      texts.push({ kind: 'sentence', text: sentence.text, line })
      return sentence.text
    })
  }

  function readDrawing(url: string, alt: string, node: Placed): Step['drawing'] {
    const svg = drawings.get(url)
    if (svg === undefined) {
      report(node, `there is no drawing content/drawings/${url}; draw it or correct the name`)
      return undefined
    }
    if (!alt.trim()) {
      report(node, 'the drawing has no words; write between [ ] what is to be seen')
      return undefined
    }
    const drawing = parseDrawing(svg)
    if ('problems' in drawing) {
      const first = drawing.problems[0]
      report(node, `${url} cannot be used, its line ${first?.line}: ${first?.message}`)
      return undefined
    }
    texts.push({ kind: 'alt', text: alt, line: node.position?.start.line ?? 1 })
    return { alt, svg: drawing.svg }
  }

  function readParagraph(paragraph: Paragraph, step?: Step): string[] {
    return paragraph.children.flatMap((node) => {
      if (node.type === 'text') {
        if (leftoverMarks.test(node.value)) {
          report(node, 'tables and marks such as ** or | are not allowed; remove them')
        }
        return readSentences(node.value, node.position?.start.line ?? 1)
      }
      if (node.type !== 'image' || !step || !standsAlone(paragraph, node)) {
        refuse(node)
      } else if (step.drawing) {
        report(node, 'a step carries one drawing; move this one to another step')
      } else {
        if (node.title) report(node, 'a drawing has no title; remove the words in quotes')
        step.drawing = readDrawing(node.url, node.alt ?? '', node)
      }
      return []
    })
  }

  function readProse(nodes: RootContent[]): string[] {
    return nodes.flatMap((node) => {
      if (node.type === 'paragraph') return readParagraph(node)
      refuse(node)
      return []
    })
  }

  function readStep(item: ListItem): Step {
    const step: Step = { sentences: [] }
    for (const child of item.children) {
      if (child.type !== 'paragraph') refuse(child)
      else if (step.drawing) report(child, 'nothing may follow the drawing of a step; move it up')
      else step.sentences.push(...readParagraph(child, step))
    }
    expectCount(item, step.sentences.length, 1, 2, 'a step', 'sentences')
    if (!step.drawing) delete step.drawing
    return step
  }

  function expectCount(at: Placed, count: number, from: number, to: number, ...names: string[]) {
    if (count >= from && count <= to) return
    const [owner, things] = names
    report(at, `${owner} has ${count} ${things}; write ${from} to ${to}`)
  }

  function readSteps(nodes: RootContent[], heading: Heading) {
    const isSteps = (node: RootContent): node is List => node.type === 'list' && !!node.ordered
    const list = nodes.find(isSteps)
    for (const node of nodes) {
      if (node === list) continue
      if (node.type === 'paragraph' && node.children[0]?.type !== 'image') {
        report(node, 'only numbered steps may stand here; indent by three spaces or remove this')
      } else if (node.type === 'paragraph') refuse({ ...node, type: 'image' })
      else if (isSteps(node)) report(node, 'the steps must be one list; indent what interrupts it')
      else refuse(node)
    }
    if (!list) return report(heading, 'the numbered steps are missing; write "1. …" lines below')
    if (list.start !== 1) report(list, 'the steps must start with 1.')
    body.steps = list.children.map(readStep)
    expectCount(list, body.steps.length, 2, 6, 'the list', 'steps')
  }

  const sections = cutIntoParts(fromMarkdown(markdown).children, report)
  body.why = readProse(sections.why)
  const top = sections.why[0] ?? sections.steps?.heading ?? {}
  expectCount(top, body.why.length, 1, 3, 'the part before the steps (why it helps)', 'sentences')
  if (sections.steps) readSteps(sections.steps.nodes, sections.steps.heading)
  if (sections.task) {
    body.task = readProse(sections.task.nodes)
    expectCount(sections.task.heading, body.task.length, 1, 3, 'the task', 'sentences')
  }
  return { body, texts, problems }
}

/** The drawing is the last thing of its paragraph and starts a line. */
function standsAlone(paragraph: Paragraph, node: Paragraph['children'][number]): boolean {
  const at = paragraph.children.indexOf(node)
  const before = paragraph.children[at - 1]
  const startsLine = !before || (before.type === 'text' && before.value.endsWith('\n'))
  return startsLine && at === paragraph.children.length - 1
}
