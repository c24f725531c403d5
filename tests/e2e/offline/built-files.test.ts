import { readdirSync, readFileSync, statSync } from 'node:fs'
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

/** Of all files of the first page together, compressed; 90 of it are React and Remix (`docs/performance.md`). */
const mostKib = 105

test('the first page waits for no rules of medicines, no schema library, and little else', () => {
  const files = firstPageFiles()
  const texts = files.map((name) => readFileSync(join(client, 'assets', name), 'utf8'))
  const all = texts.join('')
  for (const there of ['오늘의 배움', 'record_facts']) expect(all).toContain(there)
  // A sentence of the dose card, one of a refusal, and a word of the schemas.
  for (const later of ['늦게 드셔도', '다시 보내기', 'safeParseAsync']) {
    expect(everything(), `${later} is in some file`).toContain(later)
    expect(all).not.toContain(later)
  }
  const bytes = files.reduce((sum, name) => sum + sizeOf(name), 0)
  expect(bytes / 1024).toBeLessThan(mostKib)
})

const everything = () =>
  assets
    .filter((name) => name.endsWith('.js'))
    .map((name) => readFileSync(join(client, 'assets', name), 'utf8'))
    .join('')

function sizeOf(name: string): number {
  const file = join(client, 'assets', assets.includes(`${name}.br`) ? `${name}.br` : name)
  return statSync(file).size
}

interface Manifest {
  entry: { module: string }
  routes: Record<string, { module: string }>
}

/** What the document of a visitor's first page loads: that page's parts, and the list of all pages. */
function firstPageFiles(): string[] {
  const list = assets.find((name) => /^manifest-.*\.js$/.test(name)) ?? ''
  const text = readFileSync(join(client, 'assets', list), 'utf8')
  const { entry, routes } = JSON.parse(
    text.slice(text.indexOf('{'), text.lastIndexOf('}') + 1),
  ) as Manifest
  const parts = [entry, routes['root'], routes['features/today/routes/today']]
  return loadedWith([list, ...parts.map((part) => part?.module.replace('/assets/', '') ?? '')])
}

function loadedWith(names: readonly string[]): string[] {
  const seen = new Set(names)
  for (const name of seen) for (const next of importsOf(name)) seen.add(next)
  return [...seen]
}

const reaches = (from: string, to: string) => loadedWith(importsOf(from)).includes(to)

const importsOf = (name: string) =>
  [
    ...readFileSync(join(client, 'assets', name), 'utf8').matchAll(
      /(?:^|[;}])(?:import|export)\s*(?:[^;'"()]*?from)?\s*"\.\/([\w.-]+\.js)"/g,
    ),
  ].map(([, file = '']) => file)
