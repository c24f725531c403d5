import type { Page } from 'playwright'
import { inWords, pairwise, rearrange, type Situation } from '../support/situation'
import { checkPage } from './check-page'
import { inLines } from './finding'

interface How {
  situations?: readonly Situation[]
  /** False where somebody's own words stand on the page. */
  copy?: boolean
  /** In which of the looks the focus is walked; else in all. */
  focus?(situation: Situation): boolean
}

/** What is wrong with the page that is open, by look. The words are the same in every look, so they are read in the first. */
export async function findInLooks(
  page: Page,
  { situations = pairwise, copy = true, focus = () => true }: How = {},
): Promise<Record<string, string[]>> {
  const wrong: Record<string, string[]> = {}
  for (const [index, situation] of situations.entries()) {
    await rearrange(page, situation)
    const findings = await checkPage(page, {
      textSize: situation.textSize,
      focus: focus(situation),
      copy: copy && index === 0,
    })
    if (findings.length > 0) wrong[inWords(situation)] = inLines(findings)
  }
  return wrong
}
