import type { Page } from 'playwright'
import type { Finding } from './finding'

/** Checklist 10: at most 300 ms, nothing for ever, and nothing at all for who asked for calm. */
export async function checkMotion(page: Page): Promise<Finding[]> {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  const calm = await page.evaluate(lookAtMotion, 0)
  await page.emulateMedia({ reducedMotion: 'no-preference' })
  const usual = await page.evaluate(lookAtMotion, 300)
  return [...calm, ...usual]
}

function lookAtMotion(mostMs: number): Finding[] {
  const ms = (list: string) =>
    Math.max(...list.split(',').map((one) => parseFloat(one) * (one.includes('ms') ? 1 : 1000)))
  return [...document.querySelectorAll('body, body *')].flatMap((element) => {
    const style = getComputedStyle(element)
    const moves = style.animationName !== 'none'
    const wrongs = [
      style.transitionProperty !== 'none' &&
        ms(style.transitionDuration) > mostMs &&
        `changes over ${ms(style.transitionDuration)} ms, at most ${mostMs}`,
      moves && mostMs === 0 && 'moves although calm was asked for',
      moves &&
        (style.animationIterationCount === 'infinite' || ms(style.animationDuration) > mostMs) &&
        'moves on and on',
    ]
    return wrongs
      .filter((what) => what !== false)
      .map((what) => ({ check: 'motion', where: window.probe.name(element), what }))
  })
}
