import { describe, expect, test } from 'vitest'
import { appError, appErrors, findAppError, type AppErrorCode } from './app-errors'

const codes = Object.keys(appErrors) as AppErrorCode[]

/** What Remix hands to an error page when a route threw a response. */
async function thrownAs(code: AppErrorCode) {
  const response = appError(code)
  return { status: response.status, statusText: '', internal: false, data: await response.json() }
}

describe.each(codes)('%s', (code) => {
  const { title, what, why, now } = appErrors[code]

  test('says what happened, why, and what to do now, in polite Korean and nothing else', () => {
    for (const sentence of [what, why, now]) expect(sentence).toMatch(/요\.$/)
    expect(title).toMatch(/요$/)
    for (const words of [title, what, why, now]) {
      expect(words).toMatch(/[가-힣]/)
      expect(words).not.toMatch(/[A-Za-z_{}<>]/)
    }
    expect(new Set([title, what, why, now]).size).toBe(4)
  })

  test('reaches the page as these sentences, with its status', async () => {
    expect(findAppError(await thrownAs(code))).toBe(appErrors[code])
    expect(appError(code).status).toBe(appErrors[code].status)
    expect(appError(code).headers.get('cache-control')).toBe('no-store')
  })
})

test('no two entries say the same', () => {
  expect(new Set(codes.map((code) => JSON.stringify(appErrors[code]))).size).toBe(codes.length)
})

test('whatever else a route throws shows nothing of itself', () => {
  const secret = new Error('duplicate key value (phone)=(01012345678)')
  expect(findAppError(secret)).toBe(appErrors.unexpected)
  for (const thrown of ['text', null, undefined, { status: 500, data: 'stack' }, { code: 'x' }])
    expect(findAppError(thrown)).toBe(appErrors.unexpected)
})

test.each([
  'Failed to fetch',
  'Failed to fetch dynamically imported module: https://gyeote.example/assets/card-1.js',
  'NetworkError when attempting to fetch resource.',
  'error loading dynamically imported module: https://gyeote.example/assets/card-1.js',
  'Load failed',
  'Importing a module script failed.',
  'The network connection was lost.',
  'The Internet connection appears to be offline.',
])('a page that could not be fetched (%s) says that there is no network', (message) => {
  expect(findAppError(new TypeError(message))).toBe(appErrors.no_network)
})

test.each([
  "Cannot read properties of null (reading 'question')",
  "undefined is not an object (evaluating 'card.quiz')",
  'can\'t access property "quiz", card is undefined',
])('a mistake in a page (%s) is not blamed on the network', (message) => {
  expect(findAppError(new TypeError(message))).toBe(appErrors.unexpected)
})

test('what programs are told in JSON is said to people in words', () => {
  for (const code of codes)
    expect(findAppError({ status: 418, data: { error: code } })).toBe(appErrors[code])
  expect(findAppError({ status: 403, data: { error: 'constructor' } })).toBe(appErrors.not_allowed)
})

test('a status without a code of ours has the sentences of that status', () => {
  expect(findAppError({ status: 404, data: 'Error: No route matches' })).toBe(appErrors.not_found)
  expect(findAppError({ status: 429, data: null })).toBe(appErrors.too_many)
})
