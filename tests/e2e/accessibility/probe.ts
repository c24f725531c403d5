import type { Page } from 'playwright'

type Colour = [number, number, number, number]

/** What the checks ask of a page, installed once as `window.probe`. */
export interface Probe {
  shown(element: Element): boolean
  name(element: Element): string
  /** Elements that hold words of their own, outside pictures. */
  withWords(): HTMLElement[]
  /** What fingers tap: a radio counts as its label. */
  targets(): HTMLElement[]
  colour(css: string): Colour
  behind(element: Element | null): Colour
  ratio(a: Colour, b: Colour): number
}

declare global {
  interface Window {
    probe: Probe
  }
}

/** Puts the probe into the page that is open now. */
export async function installProbe(page: Page): Promise<void> {
  await page.evaluate(() => {
    const shown = (element: Element) => {
      const box = element.getBoundingClientRect()
      const style = getComputedStyle(element)
      const onPage = box.right > 0 && box.bottom + window.scrollY > 0
      return (
        element.checkVisibility() &&
        box.width > 1 &&
        box.height > 1 &&
        onPage &&
        style.visibility === 'visible'
      )
    }
    const name = (element: Element) => {
      const words = (element.textContent ?? '').trim().replace(/\s+/g, ' ').slice(0, 24)
      const tag = element.tagName.toLowerCase()
      return `<${tag}${element.id ? ` id=${element.id}` : ''}> ${words || (element.getAttribute('name') ?? '')}`
    }
    const withWords = () =>
      [...document.querySelectorAll<HTMLElement>('body *')].filter(
        (element) =>
          !element.closest('svg, script, style, noscript') &&
          shown(element) &&
          [...element.childNodes].some((node) => node.nodeType === 3 && node.nodeValue?.trim()),
      )
    const targets = () => {
      const found = [
        ...document.querySelectorAll('a[href], button, input, select, textarea, summary'),
      ]
        .filter((element) => !element.matches('[type=hidden]'))
        .map((element) =>
          element.matches('[type=radio], [type=checkbox], [type=file]')
            ? (element.closest('label') ?? element)
            : element,
        )
      return [...new Set(found)].filter((element): element is HTMLElement => shown(element))
    }
    const colour = (css: string): Colour => {
      const [r = 0, g = 0, b = 0, a = 1] = (css.match(/[\d.]+/g) ?? []).map(Number)
      return css.startsWith('color(') ? [r * 255, g * 255, b * 255, a] : [r, g, b, a]
    }
    const behind = (element: Element | null): Colour => {
      for (let at = element; at; at = at.parentElement) {
        const found = colour(getComputedStyle(at).backgroundColor)
        if (found[3] === 1) return found
      }
      return [255, 255, 255, 1]
    }
    const light = (one: Colour) => {
      const [r = 0, g = 0, b = 0] = one
        .slice(0, 3)
        .map((part) => part / 255)
        .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
      return 0.2126 * r + 0.7152 * g + 0.0722 * b
    }
    const ratio = (a: Colour, b: Colour) => {
      const [high, low] = [light(a), light(b)].sort((x, y) => y - x) as [number, number]
      return (high + 0.05) / (low + 0.05)
    }
    window.probe = { shown, name, withWords, targets, colour, behind, ratio }
  })
}
