import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openPageBrowser } from '../support/browser'
import type { ListedPage } from '../support/listed-page'
import { galleryPage, pages } from '../support/pages'
import { startServer, type RunningServer } from '../support/server'
import { arrange, fullMatrix, lookOf, pairwise, type Situation } from '../support/situation'
import { openListed, Visitors } from '../support/visit'
import { findInLooks } from './find-in-looks'

let server: RunningServer
let browser: Browser
let visitors: Visitors

beforeAll(async () => {
  server = await startServer()
  browser = await openPageBrowser()
  visitors = new Visitors(browser, server.url)
}, 300_000)

afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

async function walk(page: Page, listed: ListedPage, situations: readonly Situation[]) {
  const [first = pairwise[0]] = situations
  await arrange(page, server.url, first)
  expect(await openListed(page, listed)).toBe(listed.status ?? 200)
  expect(await lookOf(page)).toEqual({ textSize: first.textSize, theme: first.theme })
  const isMany = situations.length > pairwise.length
  const focus = (situation: Situation) => situation.theme === 'light' || !isMany
  expect(await findInLooks(page, { situations, focus })).toEqual({})
}

describe('the gallery, in every size, text size and theme', () => {
  // Nine at a time, so that a failure names its theme and no test runs for minutes.
  test.each(['light', 'dark', 'contrast'] as const)('%s', { timeout: 240_000 }, async (theme) => {
    const page = await visitors.open(galleryPage.as)
    const looks = fullMatrix.filter((situation) => situation.theme === theme)
    await walk(page, galleryPage, looks)
    await page.context().close()
  })
})

describe.concurrent('every other page, in four pairwise combinations', () => {
  // What is done on a page must not be there on another; pages on which nothing is done share what the browser keeps.
  test.each(pages)('$name', { timeout: 120_000 }, async (listed) => {
    const isShared = !listed.fills && !listed.taps
    const page = await (isShared ? visitors.openBeside(listed.as) : visitors.open(listed.as))
    await walk(page, listed, pairwise)
    await (isShared ? page : page.context()).close()
  })
})
