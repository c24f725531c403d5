import { AxeBuilder } from '@axe-core/playwright'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright'
import type { Finding } from './finding'

const near = createRequire(createRequire(import.meta.url).resolve('@axe-core/playwright'))
const korean = readFileSync(near.resolve('axe-core/locales/ko.json'), 'utf8')
const axeSource = `${readFileSync(near.resolve('axe-core/axe.min.js'), 'utf8')};axe.configure({locale:${korean}})`
/** More than half a megabyte, so that it is not sent and read again on a page that has it. */
const nothing = 'void 0'

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** Checklist 1: WCAG 2.2 AA in full, best practice, target size and 7:1 for words. */
export async function checkAxe(page: Page): Promise<Finding[]> {
  // At the foot of the screen the bar covers a part of what can be scrolled from under it.
  await page.evaluate(() => {
    for (const bar of document.querySelectorAll<HTMLElement>('.tab-bar'))
      bar.style.position = 'static'
  })
  // Once beforehand: the builder would send it twice.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axeSource)
  const { violations } = await new AxeBuilder({ page, axeSource: nothing })
    .options({
      // Of what passes only the first is described.
      resultTypes: ['violations'],
      runOnly: { type: 'tag', values: tags },
      rules: {
        'target-size': { enabled: true },
        'color-contrast-enhanced': { enabled: true },
      },
    })
    // No frames on any page, so axe need not open a page of its own for each run.
    .setLegacyMode()
    .analyze()
  await page.evaluate(() => {
    for (const bar of document.querySelectorAll<HTMLElement>('.tab-bar')) bar.style.position = ''
  })
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map((node) => ({ check: `axe ${id}`, where: String(node.target[0]), what: help })),
  )
}
