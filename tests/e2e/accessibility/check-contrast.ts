import type { Page } from 'playwright'
import type { Finding } from './finding'

/** Checklist 5: 3:1 for the edges of controls and for icons. Words are axe's part (7:1). */
export function checkContrast(page: Page): Promise<Finding[]> {
  return page.evaluate(() => {
    const { probe } = window
    const edges = [
      ...document.querySelectorAll<HTMLElement>('button, input, select, textarea, label'),
    ]
      .filter(
        (element) => probe.shown(element) && !element.matches('[type=radio], [type=checkbox]'),
      )
      .flatMap((element) => {
        const style = getComputedStyle(element)
        const around = probe.behind(element.parentElement)
        const fill = probe.colour(style.backgroundColor)
        const hasEdge = parseFloat(style.borderTopWidth) > 0
        const hasFill = fill[3] === 1 && probe.ratio(fill, around) > 1.2
        if (!hasEdge && !hasFill) return []
        const edge = hasEdge ? probe.ratio(probe.colour(style.borderTopColor), around) : 1
        const best = Math.max(edge, fill[3] === 1 ? probe.ratio(fill, around) : 1)
        if (best >= 3) return []
        return [
          {
            check: 'contrast',
            where: probe.name(element),
            what: `edge ${best.toFixed(2)}:1, at least 3`,
          },
        ]
      })
    const icons = [...document.querySelectorAll('svg.icon')]
      .filter((icon) => probe.shown(icon))
      .flatMap((icon) => {
        const colour = probe.colour(getComputedStyle(icon).stroke)
        if (colour[3] === 0) return []
        const ratio = probe.ratio(colour, probe.behind(icon.parentElement))
        if (ratio >= 3) return []
        const where = probe.name(icon.parentElement ?? icon)
        return [{ check: 'contrast', where, what: `icon ${ratio.toFixed(2)}:1, at least 3` }]
      })
    return [...edges, ...icons]
  })
}
