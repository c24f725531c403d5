import { cpSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { demoPeople } from '../../app/features/trial/demo-people'
import { ended, waitUntil } from '../support/child-process'
import { startServer, type RunningServer } from './support/server'

/** What docs/operations.md promises about the process and its folder. */
const parent = mkdtempSync(join(tmpdir(), 'gyeote-process-'))
const dataDir = join(parent, 'data')
const running: RunningServer[] = []
let first: RunningServer
let cookies: string
let before: unknown

async function start(folder: string): Promise<RunningServer> {
  const server = await startServer({ dataDir: folder })
  running.push(server)
  return server
}

beforeAll(async () => {
  first = await start(dataDir)
  cookies = await signIn(first)
  before = await tablesOf(await readData(first, cookies))
})
afterAll(async () => {
  for (const server of running) await server.stop()
  rmSync(parent, { recursive: true, force: true })
})

/** The cookies of the first person of the demo families. */
async function signIn(server: RunningServer): Promise<string> {
  const answer = await fetch(`${server.url}/sign-in`, {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams({ intent: 'demo', demo: demoPeople[0]?.id ?? '' }),
    headers: { Origin: server.url },
  })
  return answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ')
}
const readData = (server: RunningServer, Cookie: string) =>
  fetch(`${server.url}/me/data`, { headers: { Cookie } })
const tablesOf = async (answer: Response) =>
  ((await answer.json()) as { tables: Record<string, unknown[]> }).tables

test('the folder is closed to other users, and to a second process', async () => {
  expect(statSync(dataDir).mode & 0o777).toBe(0o700)
  expect(statSync(join(dataDir, 'auth-signing-key.json')).mode & 0o777).toBe(0o600)
  await expect(startServer({ dataDir })).rejects.toThrow(
    /The database in .* is open in another process\. Stop that one, or set DATA_DIR/,
  )
})

test('SIGTERM: what is under way is answered, nothing new is taken, and the process ends with 0', async () => {
  const server = first
  const body = 'textSize=130&theme=dark&speechRate=0.9'
  const answered = new Promise<number | undefined>((done, fail) => {
    const slow = request(`${server.url}/me/look`, {
      method: 'POST',
      headers: {
        Origin: server.url,
        'Content-Type': 'application/x-www-form-urlencoded',
        'Content-Length': body.length,
        Expect: '100-continue',
      },
    })
    slow.on('response', (response) => done(response.statusCode))
    slow.on('error', fail)
    slow.on('continue', () => {
      slow.write(body.slice(0, 10))
      server.process.kill('SIGTERM')
      waitUntil(
        () =>
          fetch(`${server.url}/healthz`).then(
            () => false,
            () => true,
          ),
        'the server to take nothing new',
      ).then(() => slow.end(body.slice(10)), fail)
    })
    slow.flushHeaders()
  })
  expect(await answered).toBe(303)
  await ended(server.process)
  expect(server.process.exitCode).toBe(0)
})

test('a copy taken while it stands still is the whole installation, sessions included', async () => {
  const copy = join(parent, 'copy')
  cpSync(dataDir, copy, { recursive: true })
  const builtAt = () => statSync('build/server/index.js').mtimeMs
  const builtBefore = builtAt()
  const second = await start(copy)
  expect(builtAt(), 'a second start builds nothing').toBe(builtBefore)
  expect(await tablesOf(await readData(second, cookies))).toEqual(before)
  await second.stop()

  // The key is part of it: without it the rows are all there, and everybody has to sign in again.
  rmSync(join(copy, 'auth-signing-key.json'))
  const third = await start(copy)
  expect((await readData(third, cookies)).status).toBe(401)
  expect(await tablesOf(await readData(third, await signIn(third)))).toMatchObject({
    card_completions: expect.objectContaining({ length: 32 }),
  })
})
