import { expect, it } from 'vitest'
import { answerNavigation } from './navigate'
import { withoutScripts } from './offline-document'

const html = { 'content-type': 'text/html; charset=utf-8' }
const ours = { ...html, 'content-security-policy': "script-src 'nonce-abc'" }
const page = (text: string, init: ResponseInit = { headers: ours }) => new Response(text, init)
const silent = () => new Promise<Response>(() => undefined)
const dead = () => Promise.reject(new TypeError('Failed to fetch'))

const kept: Record<string, string> = { '/': 'kept', '/offline': 'nothing here' }
const shells = {
  find: (path: string) => Promise.resolve(path in kept ? page(kept[path] ?? '') : undefined),
}

const impatient = { limitMs: () => 20, wasSilent: () => undefined, answered: () => undefined }

const open = async (path: string, ask: () => Promise<Response>, may = true) => {
  const mayAsk = () => Promise.resolve(may)
  const answer = await answerNavigation({ path, ask, mayAsk, shells, patience: impatient })
  return `${answer.status} ${await answer.text()}`
}

it.each([
  ['the server’s page', '/', () => Promise.resolve(page('fresh')), '200 fresh'],
  ['a download', '/', () => Promise.resolve(new Response('{}')), '200 {}'],
  ['the kept page without a network', '/', dead, '200 kept'],
  ['the kept page when the server is silent', '/', silent, '200 kept'],
  [
    'the kept page instead of a 500',
    '/',
    async () => page('', { status: 500, headers: ours }),
    '200 kept',
  ],
  [
    'the kept page instead of a hotel’s',
    '/',
    async () => page('hotel', { headers: html }),
    '200 kept',
  ],
  ['the server’s 404', '/', async () => page('none', { status: 404, headers: ours }), '404 none'],
  [
    'the server’s 500 for a page that is not kept',
    '/me/data',
    async () => page('ill', { status: 500, headers: ours }),
    '500 ill',
  ],
  ['the page that says what works', '/me/data', dead, '503 nothing here'],
])('shows %s', async (_name, path, ask, shown) => {
  expect(await open(path, ask)).toBe(shown)
})

it('waits for a slow server when there is nothing kept', async () => {
  const slow = () =>
    new Promise<Response>((resolve) => {
      setTimeout(() => resolve(page('slow')), 60)
    })
  expect(await open('/me/devices', slow)).toBe('200 slow')
})

it('does not ask the server before it knows of a sign-out', async () => {
  let asked = 0
  const ask = () => {
    asked += 1
    return Promise.resolve(page('private'))
  }
  expect(await open('/', ask, false)).toBe('200 kept')
  expect(asked).toBe(0)
})

it('shows something even when nothing at all is kept', async () => {
  const nothing = { find: () => Promise.resolve(undefined) }
  const answer = await answerNavigation({
    path: '/',
    ask: dead,
    mayAsk: async () => true,
    shells: nothing,
    patience: impatient,
  })
  expect(answer.status).toBe(503)
  expect(await answer.text()).toContain('인터넷이 없어요')
})

it('takes the application out of a document and leaves the person’s look', () => {
  const document =
    '<head><link rel="modulepreload" href="/assets/a.js"/><script nonce="n">document.documentElement.dataset.text</script></head>' +
    '<body><a href="/">오늘</a><script nonce="n">window.__remixContext = {}</script><script nonce="n" type="module">import "/assets/a.js"</script></body>'
  expect(withoutScripts(document)).toBe(
    '<head><script nonce="n">document.documentElement.dataset.text</script></head><body><a href="/">오늘</a></body>',
  )
})
