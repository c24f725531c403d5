import { readFileSync } from 'node:fs'
import type { Page } from 'playwright'
import { expect } from 'vitest'
import { appErrors, type AppErrorCode } from '../../../app/platform/http/app-errors'
import { lintCopy } from '../../../tools/copy-lint'

const allowedWords = readFileSync('content/allowed-words.txt', 'utf8')
  .split('\n')
  .map((line) => line.trim())
  .filter((line) => line && !line.startsWith('#'))

/** The page says what happened, why, and what to do now, and there is nothing on it but Korean. */
export async function expectWordsOf(page: Page, code: AppErrorCode): Promise<void> {
  const { title, what, why, now } = appErrors[code]
  await page.getByRole('heading', { level: 1, name: title, exact: true }).waitFor()
  const said = await page.locator('main p').allInnerTexts()
  expect(said).toEqual([what, why, now])
  await expect.poll(() => page.title()).toBe(`${title} · 곁에`)
  expect(await page.getByRole('link', { name: '오늘로 가기' }).getAttribute('href')).toBe('/')
  expect(lintCopy(await page.locator('body').innerText(), 'name', allowedWords)).toEqual([])
}

/** Nothing of the error itself is in an answer, also where nobody looks, and no framework speaks in it. */
export function expectNothingOfTheError(body: string): void {
  expect(body).not.toMatch(/\bat .*:\d+:\d+|node_modules|\.server\.|TypeError|relation|ECONN/)
  const seen = body.replace(/<script[\s\S]*?<\/script>/g, '')
  expect(seen).not.toMatch(/Error|stack|Unexpected|Cannot|Forbidden|Bad Request|Internal|Not Found/)
}
