import type { Page } from 'playwright'
import type { Finding } from './finding'

/** More stops than any page should have; ends the walk on a page that traps the focus. */
const mostStops = 120

/** Checklist 5 and 13: the skip link first, every stop with a ring of 3 px and 3:1, none under the bar. */
export async function checkFocus(page: Page): Promise<Finding[]> {
  const found: Finding[] = []
  await page.evaluate(() => {
    window.scrollTo(0, 0)
    // Only a focused body makes the next Tab begin at the top again.
    document.body.tabIndex = -1
    document.body.focus()
    document.body.removeAttribute('tabindex')
  })
  for (let stop = 0; stop < mostStops; stop++) {
    await page.keyboard.press('Tab')
    const seen = await page.evaluate(lookAtFocus, { stop, isBack: false })
    if (seen === null) break
    if (seen.length > 0) {
      // A page that is still coming may scroll once more by itself: what is wrong is wrong again for whoever comes back.
      await page.keyboard.press('Shift+Tab')
      await page.keyboard.press('Tab')
      found.push(...((await page.evaluate(lookAtFocus, { stop, isBack: true })) ?? seen))
    }
    if (stop === mostStops - 1)
      found.push({
        check: 'focus',
        where: 'the page',
        what: `more than ${mostStops} stops, or a trap`,
      })
  }
  return found
}

/** Null when the focus has come back to the start. Runs in the page. */
async function lookAtFocus({
  stop,
  isBack,
}: {
  stop: number
  isBack: boolean
}): Promise<Finding[] | null> {
  const { probe } = window
  const focused = document.activeElement
  if (isBack && focused?.getAttribute('data-seen') !== String(stop)) return null
  if (!focused || focused === document.body || (focused.hasAttribute('data-seen') && !isBack)) {
    for (const element of document.querySelectorAll('[data-seen]'))
      element.removeAttribute('data-seen')
    return null
  }
  focused.setAttribute('data-seen', String(stop))
  // Scrolling to the focus takes a frame or two, more on a long page: what looks wrong has to be wrong still when it
  // is over.
  const looks = 10
  let found = look(focused)
  if (found.length > 0) {
    await new Promise<void>((done) => requestAnimationFrame(() => done()))
    found = look(focused)
  }
  for (let again = 1; again < looks && found.length > 0; again++) {
    await painted()
    found = look(focused)
  }
  return found

  function painted() {
    return new Promise<void>((done) => {
      requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 50)))
    })
  }

  function look(focused: Element): Finding[] {
    const found: Finding[] = []
    const say = (what: string) => found.push({ check: 'focus', where: probe.name(focused), what })
    if (stop === 0 && focused.getAttribute('href') !== '#content') say('comes before the skip link')

    const inLabel = focused.matches('[type=radio], [type=checkbox], [type=file]')
    const ringed = inLabel ? (focused.closest('label') ?? focused) : focused
    const style = getComputedStyle(ringed)
    const width = style.outlineStyle === 'none' ? 0 : parseFloat(style.outlineWidth)
    if (width < 3) say(`ring of ${width} px, at least 3`)
    const ratio = probe.ratio(probe.colour(style.outlineColor), probe.behind(ringed.parentElement))
    if (width > 0 && ratio < 3) say(`ring ${ratio.toFixed(2)}:1, at least 3`)

    const box = ringed.getBoundingClientRect()
    const inset = 4
    const points = [
      box.top + inset,
      (Math.max(box.top, 0) + Math.min(box.bottom, innerHeight)) / 2,
      box.bottom - inset,
    ]
    const tall = box.height > innerHeight - 120
    for (const y of tall ? points.slice(1, 2) : points) {
      if (y < 0 || y > innerHeight) {
        say('outside the window')
        continue
      }
      const at = document.elementFromPoint(box.left + box.width / 2, y)
      if (at && !ringed.contains(at) && !at.contains(ringed)) say(`covered by ${probe.name(at)}`)
    }
    return found
  }
}
