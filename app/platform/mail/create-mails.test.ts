import { createServer, type AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startMailServer, type MailServer } from '../../../tests/support/mail-server'
import { systemClock } from '../clock'
import { createMails } from './create-mails.server'

let server: MailServer
beforeAll(async () => {
  server = await startMailServer()
})
afterAll(() => server.close())

const from = '곁에 <news@gyeote.example>'
const through = (SMTP_URL: string | undefined, GYEOTE_MODE: 'trial' | 'live' = 'live') =>
  createMails({ SMTP_URL, MAIL_FROM: from, GYEOTE_MODE }, systemClock)
const mail = {
  to: 'daughter@example.com',
  subject: '한 주 소식',
  text: '안녕하세요.\n다음 줄이에요.',
  id: 'week 1',
  stopUrl: 'https://gyeote.example/family/stop/token',
}

test('the server gets it whole, with a way to stop it by one POST', async () => {
  const mails = through(server.url)
  expect(await mails.send(mail)).toBe('taken')
  expect(await mails.send({ ...mail, stopUrl: undefined })).toBe('taken')
  expect(await mails.send({ ...mail, id: 'week 2' })).toBe('taken')
  mails.close()
  const [first, plain, second] = server.received
  expect(first?.from).toBe('news@gyeote.example')
  expect(first?.to).toEqual(['daughter@example.com'])
  expect(first?.headers.subject).toBe('한 주 소식')
  expect(first?.text.trim()).toBe(mail.text)
  expect(first?.headers).toMatchObject({
    'list-unsubscribe': `<${mail.stopUrl}>`,
    'list-unsubscribe-post': 'List-Unsubscribe=One-Click',
    'auto-submitted': 'auto-generated',
  })
  expect(first?.headers['message-id']).toMatch(/^<[0-9a-f]{32}@gyeote\.example>$/)
  expect(plain?.headers['message-id']).toBe(first?.headers['message-id'])
  expect(plain?.headers['list-unsubscribe']).toBeUndefined()
  expect(second?.headers['message-id']).not.toBe(first?.headers['message-id'])
  expect(mails.listKept()).toEqual([])
})

test.each([
  [550, 'refused'],
  [450, 'later'],
] as const)('an address that is answered %i: %s', async (status, came) => {
  server.answer('nobody@example.com', status)
  const mails = through(server.url)
  expect(await mails.send({ ...mail, to: 'nobody@example.com' })).toBe(came)
  mails.close()
})

test('a server that is not there, or hangs up: later', async () => {
  const rude = createServer((socket) => socket.destroy())
  await new Promise<void>((done) => rude.listen(0, '127.0.0.1', done))
  const { port } = rude.address() as AddressInfo
  const hungUp = through(`smtp://127.0.0.1:${port}`)
  expect(await hungUp.send(mail)).toBe('later')
  hungUp.close()
  await new Promise((done) => rude.close(done))
  const dead = through(`smtp://127.0.0.1:${port}`)
  expect(await dead.send(mail)).toBe('later')
  dead.close()
})

test('without a server a trial keeps the last fifty, and live mode sends and keeps nothing', async () => {
  const trial = through(undefined, 'trial')
  for (let index = 0; index < 60; index++) await trial.send({ ...mail, text: `${index}` })
  expect(trial.listKept()).toHaveLength(50)
  expect(trial.listKept()[0]?.text).toBe('59')
  const live = through(undefined)
  expect(live.canSend).toBe(false)
  expect(await live.send(mail)).toBe('later')
  expect(live.listKept()).toEqual([])
})
