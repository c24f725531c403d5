import { afterEach, expect, it } from 'vitest'
import { openWeb } from './test-web'

let web: Awaited<ReturnType<typeof openWeb>>
afterEach(() => web.close())
const end = (host: string, registrableDomain: string | null = host) => ({ host, registrableDomain })

it('follows a short link to its end, and says whose the end is', async () => {
  web = await openWeb({
    'me2.kr/a': 'http://go.example.com/b',
    'go.example.com/b': '/c',
    'go.example.com/c': 'http://WWW.Evil.co.kr./d',
  })
  expect(await web.expand('me2.kr/a')).toEqual({
    leadsTo: ['go.example.com', 'www.evil.co.kr'],
    final: end('www.evil.co.kr', 'evil.co.kr'),
    reason: 'arrived',
  })
  expect(web.asked.at(-1)).toBe('HEAD www.evil.co.kr./d')
  expect(web.asked).toHaveLength(4)
})

it('a link that leads nowhere else ends where it is', async () => {
  web = await openWeb({})
  expect(await web.expand('http://한국.com/x')).toEqual({
    leadsTo: [],
    final: end('xn--3e0b707e.com'),
    reason: 'arrived',
  })
})

it('three hops are followed, a fourth and a circle are not', async () => {
  web = await openWeb({
    'a.com/1': 'http://b.com/2',
    'b.com/2': 'http://c.com/3',
    'c.com/3': 'http://d.com/4',
    'd.com/4': 'http://e.com/5',
    'f.com/1': 'http://f.com/2',
    'f.com/2': 'http://f.com/1',
  })
  expect(await web.expand('http://a.com/1')).toEqual({
    leadsTo: ['b.com', 'c.com', 'd.com', 'e.com'],
    final: null,
    reason: 'too_many_hops',
  })
  expect(web.asked).toHaveLength(4)
  expect(await web.expand('http://f.com/1')).toMatchObject({ final: null, reason: 'too_many_hops' })
  expect(web.asked).toHaveLength(6)
})

it('asks without cookies, gives none back, and tells nobody where it comes from', async () => {
  const heard: (string | undefined)[] = []
  web = await openWeb({
    'a.com/': ({ headers }, answer) => {
      heard.push(headers.cookie, headers.referer, headers.authorization)
      answer.writeHead(302, { Location: 'http://user:word@b.com/', 'Set-Cookie': 'you=1' }).end()
    },
    'b.com/': ({ headers }, answer) => {
      heard.push(headers.cookie, headers.referer, headers.authorization)
      answer.end()
    },
  })
  expect((await web.expand('http://me:secret@a.com/#part')).reason).toBe('arrived')
  expect(heard).toEqual(Array(6).fill(undefined))
})

it('asks by GET where HEAD is refused, and reads nothing of a body without end', async () => {
  let ended = false
  web = await openWeb({
    'a.com/': ({ method }, answer) => {
      if (method === 'HEAD') return void answer.writeHead(405).end()
      answer.writeHead(200, { 'Content-Type': 'video/mp4' })
      const pour = setInterval(() => answer.write('x'.repeat(64 * 1024)), 1)
      answer.on('close', () => {
        clearInterval(pour)
        ended = true
      })
    },
  })
  expect((await web.expand('http://a.com/')).reason).toBe('arrived')
  expect(web.asked).toEqual(['HEAD a.com/', 'GET a.com/'])
  await expect.poll(() => ended).toBe(true)
  expect(web.received()).toBeLessThan(512 * 1024)
})

it('whoever hangs, breaks off or says too much has not answered', async () => {
  const hang = () => undefined
  web = await openWeb({
    'slow.com/': hang,
    'cut.com/': (asked) => asked.socket.destroy(),
    'huge.com/': (_asked, answer) => answer.writeHead(200, { 'X-Much': 'x'.repeat(32_000) }).end(),
    'drip.com/': ({ socket }) => {
      socket.write('HTTP/1.1 200 OK\r\n')
      const drip = setInterval(() => socket.write('X-A: b\r\n'), 50)
      socket.on('error', () => clearInterval(drip)).on('close', () => clearInterval(drip))
    },
    'to-slow.com/': 'http://slow.com/',
  })
  const nobody = { leadsTo: [], final: null, reason: 'no_answer' }
  for (const host of ['slow.com', 'drip.com']) {
    const began = Date.now()
    expect(await web.expand(`http://${host}/`, 400)).toEqual(nobody)
    expect(Date.now() - began).toBeLessThan(900)
  }
  for (const host of ['cut.com', 'huge.com'])
    expect(await web.expand(`http://${host}/`)).toEqual(nobody)
  expect(await web.expand('http://to-slow.com/', 400)).toEqual({
    leadsTo: ['slow.com'],
    final: end('slow.com'),
    reason: 'no_answer',
  })
})

it('three seconds are the most, for all of it', async () => {
  web = await openWeb({ 'slow.com/': () => undefined })
  const began = Date.now()
  await web.expand('http://slow.com/')
  expect(Date.now() - began).toBeGreaterThan(2_800)
  expect(Date.now() - began).toBeLessThan(3_600)
})

it.each([
  'http://127.0.0.1/',
  'http://2130706433/',
  'http://0x7f.1/',
  'http://[::1]/',
  'http://[::ffff:169.254.169.254]/latest/meta-data',
  'http://169.254.169.254/latest/meta-data',
  'http://localhost/',
  'http://printer.local/',
  'http://intranet/',
  'http://a.com:8080/',
  'https://a.com:22/',
  'a.com:25/x',
])('%s is not asked, given or led to', async (link) => {
  web = await openWeb({ 'short.kr/': link })
  expect(await web.expand(link)).toMatchObject({ leadsTo: [], final: null, reason: 'not_asked' })
  expect(web.dialled).toEqual([])
  if (!link.startsWith('http')) return
  expect(await web.expand('http://short.kr/')).toMatchObject({ reason: 'not_asked' })
  expect(web.asked).toEqual(['HEAD short.kr/'])
})

it('a name that is public first and private then is looked up once for each stop, and never asked inside', async () => {
  web = await openWeb(
    { 'trap.com/': 'http://trap.com/inside', 'trap.com/inside': 'http://trap.com/more' },
    { 'trap.com': [['93.184.216.34'], ['127.0.0.1']] },
  )
  expect(await web.expand('http://trap.com/')).toEqual({
    leadsTo: [],
    final: end('trap.com'),
    reason: 'not_asked',
  })
  expect(web.dialled).toEqual(['93.184.216.34:80'])
  expect(web.asked).toEqual(['HEAD trap.com/'])
})

it('one private address among public ones is enough', async () => {
  web = await openWeb({}, { 'mixed.com': [['93.184.216.34', '10.0.0.7']], 'none.com': [[]] })
  expect(await web.expand('http://mixed.com/')).toMatchObject({ reason: 'not_asked' })
  expect(await web.expand('http://none.com/')).toMatchObject({ reason: 'no_answer' })
  expect(web.dialled).toEqual([])
})

it('the retry by GET goes to the same address', async () => {
  web = await openWeb(
    { 'a.com/': (_asked, answer) => answer.writeHead(501).end() },
    { 'a.com': [['2606:4700::1111', '1.1.1.1'], ['127.0.0.1']] },
  )
  await web.expand('http://a.com/')
  expect(web.dialled).toEqual(['1.1.1.1:80', '1.1.1.1:80'])
})

it('says when the end is an app, or the file of one', async () => {
  web = await openWeb({
    'a.com/': 'intent://open#Intent;scheme=x;end',
    'b.com/': 'http://c.com/gov.apk?x=1',
    'd.com/': (_asked, answer) =>
      answer.writeHead(200, { 'Content-Type': 'application/vnd.android.package-archive' }).end(),
    'e.com/': 'javascript:alert(1)',
  })
  expect(await web.expand('a.com')).toEqual({ leadsTo: [], final: null, reason: 'opens_app' })
  expect(await web.expand('b.com')).toMatchObject({ final: end('c.com'), reason: 'app_file' })
  expect(await web.expand('d.com')).toMatchObject({ reason: 'app_file' })
  expect(await web.expand('e.com')).toMatchObject({ final: null, reason: 'no_answer' })
})

it.each(['', 'http://', 'http://a b/', `http://a.com/${'x'.repeat(3_000)}`, 'javascript:alert(1)'])(
  '%s is no link',
  async (link) => {
    web = await openWeb({})
    expect(await web.expand(link)).toEqual({ leadsTo: [], final: null, reason: 'not_a_link' })
    expect(web.dialled).toEqual([])
  },
)

it('what speaks TLS is asked on its own port, and only with a certificate of its name', async () => {
  web = await openWeb({})
  expect(await web.expand('https://a.com/')).toMatchObject({ reason: 'no_answer' })
  expect(web.dialled[0]).toBe('93.184.216.34:443')
  expect(web.asked).toEqual([])
})
