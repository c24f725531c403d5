import type { Page } from 'playwright'
import { serialiseLook, type Look } from '../../../app/ui/look'

/** One way a page is looked at: size in CSS pixels, text in percent, colours. */
export interface Situation {
  width: number
  height: number
  textSize: Look['textSize']
  theme: 'light' | 'dark' | 'contrast'
}

const sizes = [
  [320, 640],
  [360, 740],
  [412, 823],
] as const
const textSizes = [100, 130, 200] as const
const themes = ['light', 'dark', 'contrast'] as const

/** Every size with every text size and every theme. */
export const fullMatrix: readonly Situation[] = sizes.flatMap(([width, height]) =>
  textSizes.flatMap((textSize) => themes.map((theme) => ({ width, height, textSize, theme }))),
)

/** Four that hold each value of each at least once, and the hardest (narrow and large) among them. */
export const pairwise: readonly [Situation, ...Situation[]] = [
  { width: 320, height: 640, textSize: 200, theme: 'light' },
  { width: 360, height: 740, textSize: 100, theme: 'dark' },
  { width: 412, height: 823, textSize: 130, theme: 'contrast' },
  { width: 320, height: 640, textSize: 100, theme: 'light' },
]

export const inWords = ({ width, height, textSize, theme }: Situation) =>
  `${width}×${height}, ${textSize} %, ${theme}`

/** Before the page is opened: the window, and the look as the person's cookie has it. */
export async function arrange(page: Page, url: string, situation: Situation): Promise<void> {
  const { width, height, textSize, theme } = situation
  await page.setViewportSize({ width, height })
  const cookie = serialiseLook({ textSize, theme, speechRate: 0.9 }, { secure: false })
  const [name = '', value = ''] = (cookie.split(';')[0] ?? '').split('=')
  await page.context().addCookies([{ name, value, url }])
}

/**
 * The same on a page that is open already, as the settings of the app show it: nothing is loaded anew, so what was done
 * on the page stays done, and no cookie is set. What would be a transition is over at once.
 */
export async function rearrange(page: Page, situation: Situation): Promise<void> {
  const { width, height } = situation
  await page.setViewportSize({ width, height })
  await page.evaluate(async ({ width, textSize, theme }) => {
    const root = document.documentElement
    root.setAttribute('data-text', String(textSize))
    root.setAttribute('data-theme', theme)
    while (innerWidth !== width) await new Promise(requestAnimationFrame)
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
    scrollTo(0, 0)
    // One that goes on for ever cannot be finished; what moves is another check's part.
    for (const moving of document.getAnimations())
      if (moving.effect?.getComputedTiming().endTime !== Infinity) moving.finish()
  }, situation)
}

/** The look that the open page has put on, whatever was asked for. */
export const lookOf = (page: Page) =>
  page.evaluate(() => {
    const { text, theme } = document.documentElement.dataset
    return { textSize: Number(text), theme }
  })
