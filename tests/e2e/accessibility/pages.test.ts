import type { Browser } from 'playwright'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openBrowser } from '../support/browser'
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
  browser = await openBrowser()
  visitors = new Visitors(browser, server.url)
}, 300_000)

afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

async function walk(listed: ListedPage, situations: readonly Situation[]) {
  const page = await visitors.open(listed.as)
  const [first = pairwise[0]] = situations
  await arrange(page, server.url, first)
  expect(await openListed(page, listed)).toBe(listed.status ?? 200)
  expect(await lookOf(page)).toEqual({ textSize: first.textSize, theme: first.theme })
  const isMany = situations.length > pairwise.length
  const focus = (situation: Situation) => situation.theme === 'light' || !isMany
  const wrong = await findInLooks(page, { url: server.url, situations, focus })
  await page.context().close()
  expect(wrong).toEqual({})
}

describe('the gallery, in every size, text size and theme', () => {
  // Nine at a time, so that a failure names its theme and no test runs for minutes.
  test.each(['light', 'dark', 'contrast'] as const)('%s', { timeout: 240_000 }, (theme) =>
    walk(
      galleryPage,
      fullMatrix.filter((situation) => situation.theme === theme),
    ),
  )
})

describe.concurrent('every other page, in four pairwise combinations', () => {
  test.each(pages)('$name', { timeout: 120_000 }, (listed) => walk(listed, pairwise))
})
