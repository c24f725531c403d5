import { describe, expect, it } from 'vitest'
import { createShells, models } from './shells'

const origin = 'https://gyeote.example'

/** As much of Cache Storage as documents need, by path. */
function createTestCaches(): CacheStorage {
  const all = new Map<string, Map<string, Response>>()
  const key = (given: RequestInfo | URL) =>
    new URL(given instanceof Request ? given.url : String(given), origin).href
  const cacheOf = (entries: Map<string, Response>) => ({
    match: (given: RequestInfo | URL) => Promise.resolve(entries.get(key(given))?.clone()),
    put: async (given: RequestInfo | URL, response: Response) =>
      void entries.set(key(given), response),
    keys: () => Promise.resolve([...entries.keys()].map((url) => new Request(url))),
  })
  return {
    open: (name: string) => {
      const entries = all.get(name) ?? new Map<string, Response>()
      all.set(name, entries)
      return Promise.resolve(cacheOf(entries))
    },
    keys: () => Promise.resolve([...all.keys()]),
  } as unknown as CacheStorage
}

const policy = { 'content-type': 'text/html', 'content-security-policy': "script-src 'nonce-x'" }
const document = (build: string) => `<script src="/assets/entry-${build}.js"></script>${build}`

function start(build = 'a', caches = createTestCaches()) {
  const asked: Request[] = []
  const state = { serves: build, others: 0, answer: null as Response | null }
  const shells = createShells({
    caches,
    build,
    isOwnAsset: (path) => path === `/assets/entry-${build}.js`,
    onOtherBuild: () => void (state.others += 1),
    fetch: ((path: string, init: RequestInit) => {
      asked.push(new Request(new URL(path, origin), init))
      return Promise.resolve(
        state.answer ??
          new Response(document(state.serves), {
            headers: { ...policy, 'set-cookie': 'a=b', etag: 'x' },
          }),
      )
    }) as typeof fetch,
  })
  return { shells, asked, state, caches }
}

describe('documents for offline', () => {
  it('are asked for without anybody, kept with their policy, and once per build', async () => {
    const { shells, asked } = start()
    expect(await shells.warm(['/', '/learn', '/'])).toBe(2)
    expect(await shells.warm(['/'])).toBe(1)
    expect(asked).toHaveLength(2)
    expect(asked[0]).toMatchObject({ credentials: 'omit', cache: 'no-store', redirect: 'error' })
    expect(asked[0]?.headers.get('X-Gyeote-Shell')).toBe('1')
    const found = await shells.find('/')
    const kept: Record<string, string> = {}
    found?.headers.forEach((value, name) => (kept[name] = value))
    expect(kept).toEqual(policy)
    expect(await shells.find('/help')).toBeUndefined()
  })

  it.each([
    ['a hotel’s page', new Response('hello', { headers: { 'content-type': 'text/html' } })],
    ['an error', new Response(document('a'), { status: 500, headers: policy })],
    ['something else', Response.json({})],
  ])('are never %s', async (_name, answer) => {
    const { shells, state } = start()
    state.answer = answer
    expect(await shells.warm(['/'])).toBe(0)
    expect(await shells.find('/')).toBeUndefined()
  })

  it('of another build are not kept, and the worker looks for its successor', async () => {
    const { shells, state } = start('a')
    state.serves = 'b'
    expect(await shells.warm(['/'])).toBe(0)
    expect(state.others).toBe(1)
  })

  it('of the build before serve until those of this build are there', async () => {
    const before = start('a')
    await before.shells.warm(['/', '/learn/card'])
    const after = start('b', before.caches)
    expect(await (await after.shells.find('/'))?.text()).toBe(document('a'))
    expect(await after.shells.listPaths()).toEqual(
      expect.arrayContaining(['/', '/learn/card', '/offline']),
    )
    await after.shells.warm(['/'])
    expect(await (await after.shells.find('/'))?.text()).toBe(document('b'))
    expect(await (await after.shells.find('/learn/card'))?.text()).toBe(document('a'))
  })

  it('of which there are many stand for each other, under the address that is asked for', async () => {
    const { shells, state } = start()
    const [model] = models
    const text = `<script src="/assets/entry-a.js"></script>{"url":"${model.path}"}`
    state.answer = new Response(text, { headers: policy })
    await shells.warm([model.path])
    const path = '/medication/courses/019ab2c4-0000-7000-8000-000000000001'
    const found = await shells.find(path)
    expect(await found?.text()).toBe(text.replace(model.path, path))
    expect(found?.headers.get('content-security-policy')).toBe(policy['content-security-policy'])
    expect(await shells.find(`${path}/edit`)).toBeUndefined()
    expect(await shells.find('/medication/courses/"onload="')).toBeUndefined()
    expect(models.every((one) => one.pattern.test(one.path))).toBe(true)
  })

  it('are of this origin, whatever a page asks for', async () => {
    const { shells, asked } = start()
    await shells.warm(['//evil.example/', 'https://evil.example/', '/a?b', 'relative'])
    expect(asked).toEqual([])
  })
})
