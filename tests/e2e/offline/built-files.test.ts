import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { brotliDecompressSync } from 'node:zlib'
import { startServer } from '../support/server'

const client = 'build/client'

/** Words that are in server code which pages and routes import, and in nothing that people download. */
const canaries: Record<string, string> = {
  'gyeote.claim_command': 'app/commands/apply-command.server.ts',
  SUPABASE_SERVICE_ROLE_KEY: 'app/platform/env.server.ts',
  AUTH_SIGNING_KEY: 'app/platform/env.server.ts',
  SMS_GATEWAY_TOKEN: 'app/platform/env.server.ts',
  'request.jwt.claims': 'app/platform/database/database.server.ts',
}

beforeAll(async () => {
  await (await startServer()).stop() // builds when something has changed
})

test('nothing of the server is in what people download', () => {
  for (const [canary, file] of Object.entries(canaries))
    expect(readFileSync(file, 'utf8'), `${file} still has it`).toContain(canary)
  const files = readdirSync(client, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /\.(js|css|html|json|webmanifest|svg)$/.test(name),
  )
  expect(files.length).toBeGreaterThan(20)
  const told = files.flatMap((name) => {
    const text = readFileSync(join(client, name), 'utf8')
    return Object.keys(canaries).filter((canary) => text.includes(canary))
  })
  expect(told).toEqual([])
})

const assets = readdirSync(join(client, 'assets'))
const isCompressed = (name: string) => name.endsWith('.br')

test('the worker lists every file the pages may need, and not itself', () => {
  const worker = readFileSync(join(client, 'sw.js'), 'utf8')
  for (const name of assets.filter((one) => !isCompressed(one)))
    expect(worker).toContain(`"/assets/${name}"`)
  expect(worker).not.toContain('.br"')
  expect(worker).toContain('/manifest.webmanifest')
  expect(worker).not.toContain('"/sw.js"')
})

test('what was compressed by the build is the file beside it', () => {
  const compressed = assets.filter(isCompressed)
  expect(compressed.length).toBeGreaterThan(20)
  for (const name of compressed) {
    const file = join(client, 'assets', name)
    const same = brotliDecompressSync(readFileSync(file)).equals(
      readFileSync(file.replace(/\.br$/, '')),
    )
    expect(same, name).toBe(true)
  }
})

test('no two files of the pages need each other before either can begin', () => {
  const circles = assets
    .filter((name) => name.endsWith('.js'))
    .filter((name) => reaches(name, name))
  expect(circles).toEqual([])
})

function reaches(from: string, to: string): boolean {
  const seen = new Set(importsOf(from))
  for (const name of seen) for (const next of importsOf(name)) seen.add(next)
  return seen.has(to)
}

const importsOf = (name: string) =>
  [
    ...readFileSync(join(client, 'assets', name), 'utf8').matchAll(
      /(?:^|[;}])(?:import|export)\s*(?:[^;'"()]*?from)?\s*"\.\/([\w.-]+\.js)"/g,
    ),
  ].map(([, file = '']) => file)
