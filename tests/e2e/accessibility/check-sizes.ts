import type { Page } from 'playwright'
import type { Finding } from './finding'

/** Checklist 2 and 3: sizes of letters and lines, in CSS pixels at the page's text size. */
export function checkWords(page: Page, textSize: number): Promise<Finding[]> {
  return page.evaluate((scale) => {
    const { probe } = window
    const smallest = 18.67 * scale
    return probe.withWords().flatMap((element) => {
      const style = getComputedStyle(element)
      const size = parseFloat(style.fontSize)
      const line = parseFloat(style.lineHeight) / size
      const wide = element.clientWidth / size
      const letters = (element.textContent ?? '').length
      const wrongs = [
        size < smallest - 0.01 && `letters of ${size} px, at least ${smallest.toFixed(2)}`,
        !(line >= 1.495) && `lines ${line.toFixed(2)} times the letters, at least 1.5`,
        parseFloat(style.letterSpacing) < 0 && 'letters pushed together',
        style.wordBreak !== 'keep-all' && `word-break ${style.wordBreak}`,
        style.overflowWrap === 'normal' && 'a long word would leave the page',
        style.textAlign === 'justify' && 'stretched lines',
        letters > 40 && wide > 40.5 && `${Math.round(wide)} letters a line, at most 40`,
        !['400', '700'].includes(style.fontWeight) && `weight ${style.fontWeight}`,
      ]
      return wrongs
        .filter((what) => what !== false)
        .map((what) => ({ check: 'words', where: probe.name(element), what }))
    })
  }, textSize / 100)
}

/** Checklist 4 and 7: what fingers tap. Floors in CSS pixels whatever the text size: fingers do not grow. */
export function checkTargets(page: Page, textSize: number): Promise<Finding[]> {
  return page.evaluate((scale) => {
    const { probe } = window
    const found: Finding[] = []
    const say = (element: Element, what: string) =>
      found.push({ check: 'targets', where: probe.name(element), what })
    const targets = probe.targets()
    const boxes = targets.map((target) => target.getBoundingClientRect())
    // Four tabs at 320 px and 200 % leave 16 px between them all.
    const gapOf = (element: Element) => (element.matches('.tab') && scale >= 2 ? 4 : 8)

    targets.forEach((target, index) => {
      const box = boxes[index]
      if (!box) return
      const { width, height } = box
      if (width < 47.9 || height < 47.9)
        say(target, `${width.toFixed()}×${height.toFixed()} px, at least 48×48`)
      if (target.matches('.filled, input:not([type=radio], [type=checkbox])') && height < 55.9)
        say(target, `${height.toFixed()} px high, at least 56`)
      if (target.matches('label') && height < 63.9)
        say(target, `${height.toFixed()} px high, at least 64`)
      if (target.matches('.filled') && target.matches('button') && !target.textContent?.trim())
        say(target, 'no words on it')
      if (!target.matches('input, select, textarea') && !target.innerText.trim())
        say(target, 'no words on it')
      if (
        target.matches('input') &&
        parseFloat(getComputedStyle(target).fontSize) < 20 * scale - 0.01
      )
        say(target, 'letters of less than 20 px in a field')

      for (let other = index + 1; other < targets.length; other++) {
        const neighbour = targets[other]
        const there = boxes[other]
        if (!neighbour || !there || target.contains(neighbour)) continue
        const across = Math.max(box.left - there.right, there.left - box.right)
        const down = Math.max(box.top - there.bottom, there.top - box.bottom)
        const isFixed = (one: Element) => one.closest('.tab-bar') !== null
        if (isFixed(target) !== isFixed(neighbour)) continue
        const gap = Math.max(across, down)
        if (gap < gapOf(target) - 0.1)
          say(target, `${gap.toFixed(1)} px from ${probe.name(neighbour)}, at least 8`)
      }
    })
    for (const bar of document.querySelectorAll('nav.tab-bar')) {
      const tabs = bar.querySelectorAll('a')
      if (tabs.length > 5) say(bar, `${tabs.length} tabs, at most 5`)
    }
    if (document.querySelectorAll('fieldset').length > 0)
      for (const group of document.querySelectorAll('fieldset'))
        if (group.querySelectorAll('[type=radio]').length > 4) say(group, 'more than 4 answers')
    return found
  }, textSize / 100)
}
