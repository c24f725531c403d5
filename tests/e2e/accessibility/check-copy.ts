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
  const { probe } = window
  const kindOf = (element: Element): CopyKind => {
    if (element.matches('[data-name], [data-name] *')) return 'name'
    if (element.closest('[role=alert] a, [id$="-error"]')) return 'error'
    if (element.matches('h1')) return 'title'
    const control = element.closest<HTMLElement>('a, button')
    const alone = control?.innerText.trim() === (element as HTMLElement).innerText.trim()
    const lines = control ? probe.withWords().filter((one) => control.contains(one)).length : 0
    if (!control || !alone || lines !== 1) return 'text'
    // A choice is an answer; a link that does not look like a button names a card or a place.
    if (control.matches('.text-left')) return 'answer'
    return control.matches('a:not(.control-pressed)') ? 'label' : 'button'
  }
  const blocks = new Set<Element>()
  for (const element of probe.withWords()) {
    let block: Element = element
    while (
      block.parentElement &&
      getComputedStyle(block).display === 'inline' &&
      !block.matches('a, button')
    )
      block = block.parentElement
    blocks.add(block)
  }
  return (
    [...blocks]
      .map((block) => ({
        where: probe.name(block),
        text: (block as HTMLElement).innerText.replace(/\s+/g, ' ').trim(),
        kind: kindOf(block),
        quoted: block.closest('[data-quoted]') !== null,
      }))
      // A message that is looked at is somebody else's wording, and shown as it came.
      .filter(({ text, quoted }) => text !== '' && !quoted)
  )
}
