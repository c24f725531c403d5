import type { ServerBuild } from '@remix-run/node'
import { describe, expect, test } from 'vitest'
import { createRouteFinder } from './find-route'

const route = (id: string, path: string | undefined, parentId?: string, index?: true) => ({
  id,
  parentId,
  path,
  index,
  module: { default: () => null },
})
const routes = Object.fromEntries(
  [
    route('root', ''),
    route('today', undefined, 'root', true),
    route('learn', 'learn', 'root'),
    route('todays-card', 'learn/today', 'root'),
    route('card', 'learn/:cardId', 'root'),
    route('nothing', '*', 'root'),
  ].map((one) => [one.id, one]),
) as unknown as ServerBuild['routes']

describe('which route answers a path', () => {
  const findRoute = createRouteFinder(routes)

  test.each([
    ['/', '/', ['root', 'today']],
    ['/_root.data', '/', ['root', 'today']],
    ['/learn', '/learn', ['root', 'learn']],
    ['/learn/', '/learn', ['root', 'learn']],
    ['/learn/today', '/learn/today', ['root', 'todays-card']],
    ['/learn/blue-box', '/learn/:cardId', ['root', 'card']],
    ['/learn/blue-box.data', '/learn/:cardId', ['root', 'card']],
    ['/elsewhere/at/all', '/*', ['root', 'nothing']],
  ])('%s', (path, pattern, ids) => {
    expect(findRoute(path)).toEqual({ pattern, ids })
    expect(findRoute(path)).toBe(findRoute(path))
  })

  test('a file of the build is none', () => {
    expect(findRoute('/assets/entry-1.js')).toEqual({ pattern: '/assets/*', ids: [] })
  })
})
