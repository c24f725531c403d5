import type { Heading, RootContent } from 'mdast'

export const stepsHeading = '이렇게 해요'
export const taskHeading = '해 보기'

/** Any Markdown node, as far as its place goes. */
export type Placed = { position?: { start: { line: number } } | undefined }

interface Section {
  heading: Heading
  nodes: RootContent[]
}

/** The three parts of a card's body; a missing or misplaced heading is reported. */
export function cutIntoParts(
  nodes: RootContent[],
  report: (node: Placed, message: string) => void,
) {
  const isHeading = (node: RootContent, words: string): node is Heading =>
    node.type === 'heading' && node.depth === 2 && headingWords(node) === words
  const find = (words: string) => nodes.findIndex((node) => isHeading(node, words))
  const stepsAt = find(stepsHeading)
  const taskAt = find(taskHeading)
  const last = nodes.at(-1) ?? {}
  if (stepsAt < 0) report(last, `the part "## ${stepsHeading}" is missing; add it after why`)
  if (taskAt < 0) report(last, `the part "## ${taskHeading}" is missing; add it at the end`)
  const inOrder = stepsAt < taskAt || taskAt < 0
  if (!inOrder)
    report(nodes[taskAt] ?? {}, `"## ${taskHeading}" must come after the steps; move it`)
  const section = (from: number, to: number): Section | undefined => {
    const heading = nodes[from]
    if (from < 0 || heading?.type !== 'heading') return undefined
    return { heading, nodes: nodes.slice(from + 1, to > from ? to : undefined) }
  }
  const firstHeading = [stepsAt, taskAt].filter((at) => at >= 0).sort((a, b) => a - b)[0]
  return {
    why: nodes.slice(0, firstHeading),
    steps: section(stepsAt, taskAt),
    task: section(taskAt, stepsAt),
  }
}

function headingWords(heading: Heading): string {
  const [only, ...others] = heading.children
  return only?.type === 'text' && others.length === 0 ? only.value.trim() : ''
}
