import type { Page } from 'playwright'
import { checkAxe } from './check-axe'
import { checkContrast } from './check-contrast'
import { checkCopy } from './check-copy'
import { checkDocument } from './check-document'
import { checkFocus } from './check-focus'
import { checkMotion } from './check-motion'
import { checkReflow } from './check-reflow'
import { checkTargets, checkWords } from './check-sizes'
import type { Finding } from './finding'
import { installProbe } from './probe'

interface What {
  /** In percent of the phone's own size. */
  textSize: number
  /** Walks every stop of the page: once per size of text and window is enough. */
  focus: boolean
  /** The words do not change with the look. */
  copy: boolean
}

/** Everything of Part A that one open page can be asked. */
export async function checkPage(page: Page, { textSize, focus, copy }: What): Promise<Finding[]> {
  // What lies folded away is looked at as well.
  await page.evaluate(() => {
    for (const folded of document.querySelectorAll('details')) folded.open = true
  })
  await installProbe(page)
  return [
    ...(await checkDocument(page)),
    ...(await checkWords(page, textSize)),
    ...(await checkTargets(page, textSize)),
    ...(await checkContrast(page)),
    ...(await checkReflow(page)),
    ...(copy ? await checkCopy(page) : []),
    ...(await checkMotion(page)),
    ...(await checkAxe(page)),
    ...(focus ? await checkFocus(page) : []),
  ]
}
