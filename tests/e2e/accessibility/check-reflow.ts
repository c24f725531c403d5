import type { Page } from 'playwright'
import type { Finding } from './finding'

/** Checklist 6: nothing to scroll sideways, nothing cut off, no essential word behind three dots. */
export function checkReflow(page: Page): Promise<Finding[]> {
  return page.evaluate(() => {
    const { probe } = window
    const found: Finding[] = []
    const root = document.documentElement
    if (root.scrollWidth > window.innerWidth)
      found.push({
        check: 'reflow',
        where: 'the page',
        what: `${root.scrollWidth} px wide in a window of ${window.innerWidth}`,
      })
    for (const element of document.querySelectorAll<HTMLElement>('body *')) {
      if (element.closest('svg') || !probe.shown(element)) continue
      const style = getComputedStyle(element)
      if (style.display === 'inline' || element.matches('.sr-only')) continue
      const say = (what: string) =>
        found.push({ check: 'reflow', where: probe.name(element), what })
      if (element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 0)
        say(`${element.scrollWidth} px of content in ${element.clientWidth}`)
      const cuts = style.overflowY === 'hidden' || style.overflowY === 'clip'
      if (cuts && element.scrollHeight > element.clientHeight + 1) say('cut off below')
      // Browsers insist on it for a file input; one that is unseen has its words in its label.
      if (style.textOverflow === 'ellipsis' && style.opacity !== '0') say('ends in three dots')
      const box = element.getBoundingClientRect()
      if (box.left < -1 || box.right > window.innerWidth + 1) say('reaches beyond the window')
    }
    return found
  })
}
