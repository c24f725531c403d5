import { mkdirSync, rmSync } from 'node:fs'
import { openBrowser } from '../tests/e2e/support/browser'
import { galleryPage, pages } from '../tests/e2e/support/pages'
import { startServer } from '../tests/e2e/support/server'
import { arrange, type Situation } from '../tests/e2e/support/situation'
import { openListed, Visitors } from '../tests/e2e/support/visit'

/**
 * `npm run shots`: a picture of every page, 360 px wide and as high as the page, in four looks, into `.shots/`. Look at
 * them before calling a page done. `npm run shots -- today card` takes only these; with `--screen` no more of them than
 * a phone shows at once.
 */
const folder = '.shots'
const screen = { width: 360, height: 740 }

const looks: readonly { name: string; situation: Situation }[] = [
  { name: 'normal', situation: { ...screen, textSize: 100, theme: 'light' } },
  { name: 'text-200', situation: { ...screen, textSize: 200, theme: 'light' } },
  { name: 'dark', situation: { ...screen, textSize: 100, theme: 'dark' } },
  { name: 'contrast', situation: { ...screen, textSize: 100, theme: 'contrast' } },
]

const asked = process.argv.slice(2).filter((word) => !word.startsWith('--'))
const onlyScreen = process.argv.includes('--screen')
const wanted = [...pages, galleryPage].filter(
  ({ name }) => asked.length === 0 || asked.includes(name),
)
if (asked.length === 0) rmSync(folder, { recursive: true, force: true })
mkdirSync(folder, { recursive: true })

const server = await startServer()
const browser = await openBrowser()
const visitors = new Visitors(browser, server.url)
try {
  for (const listed of wanted) {
    const { name } = listed
    const page = await visitors.open(listed.as, { deviceScaleFactor: 2 })
    for (const look of looks) {
      await arrange(page, server.url, look.situation)
      await openListed(page, listed)
      if (!onlyScreen) {
        // As high as the page, or the bar that sticks to the foot would stand in the middle of the picture.
        const height = await page.evaluate(() => document.documentElement.scrollHeight)
        await page.setViewportSize({ width: screen.width, height })
      }
      await page.screenshot({ path: `${folder}/${name}.${look.name}.png` })
    }
    await page.context().close()
    console.log(`${name}: ${looks.length} pictures`)
  }
  console.log(`\n${wanted.length * looks.length} pictures in ${folder}/`)
} finally {
  await browser.close()
  await server.stop()
}
