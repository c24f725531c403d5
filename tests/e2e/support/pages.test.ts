import type { RouteConfigEntry } from '@remix-run/route-config'
import { expect, test } from 'vitest'
import routes from '../../../app/routes'
import { galleryPage, pages } from './pages'

/** `learn/:cardId` as a pattern of whole paths; `*` is every path that nothing else answers. */
function patternOf(path: string): RegExp {
  const source = path.replace(/\*/, '.+').replace(/:[a-zA-Z]+/g, '[^/]+')
  return new RegExp(`^/${source}$`)
}

test('every page of app/routes.ts is in the list', async () => {
  const entries = (await routes) as readonly RouteConfigEntry[]
  const drawn = entries.filter(({ file }) => file.endsWith('.tsx'))
  const listed = [...pages, galleryPage].map(({ path }) => path.replace(/#.*/, ''))
  const missing = drawn
    .map(({ path = '' }) => path)
    .filter((path) => !listed.some((one) => patternOf(path).test(one)))
  expect(drawn.length).toBeGreaterThan(5)
  expect(missing).toEqual([])
})

test('names are unique, since each is a picture', () => {
  const names = [...pages, galleryPage].map(({ name }) => name)
  expect(new Set(names).size).toBe(names.length)
})
