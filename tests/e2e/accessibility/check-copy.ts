import { readFileSync } from 'node:fs'
import type { Page } from 'playwright'
import { lintCopy, type CopyKind } from '../../../tools/copy-lint'
import type { Finding } from './finding'

const allowedWords = readFileSync('content/allowed-words.txt', 'utf8')
  .split('\n')
  .map((line) => line.trim())
  .filter((line) => line && !line.startsWith('#'))

interface Words {
  where: string
  text: string
  kind: CopyKind
}

/** Checklist 12: every word that is seen, by the numbers of plain language. */
export async function checkCopy(page: Page): Promise<Finding[]> {
  const words = await page.evaluate(readWords)
  return words.flatMap(({ where, text, kind }) =>
    lintCopy(text, kind, allowedWords).map((what) => ({ check: `copy (${kind})`, where, what })),
  )
}

/** Runs in the page: the words of each smallest block, and what kind of words they are. */
function readWords(): Words[] {
  const kindOf = (element: Element): CopyKind => {
    if (element.matches('[data-name], [data-name] *')) return 'name'
    if (element.closest('[role=alert] a, [id$="-error"]')) return 'error'
    if (element.matches('h1')) return 'title'
    const control = element.closest('a, button')
    const ownLine = control && control.textContent?.trim() === element.textContent?.trim()
    return ownLine ? 'button' : 'text'
  }
  const blocks = new Set<Element>()
  for (const element of window.probe.withWords()) {
    let block: Element = element
    while (
      block.parentElement &&
      getComputedStyle(block).display === 'inline' &&
      !block.matches('a, button')
    )
      block = block.parentElement
    blocks.add(block)
  }
  return [...blocks]
    .map((block) => ({
      where: window.probe.name(block),
      text: (block as HTMLElement).innerText.replace(/\s+/g, ' ').trim(),
      kind: kindOf(block),
    }))
    .filter(({ text }) => text !== '')
}
