import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'vite'
import { afterAll, beforeAll, expect, it } from 'vitest'

let dir: string
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'gyeote-worker-'))
})
afterAll(() => rm(dir, { recursive: true }))

/** Builds a worker of these lines as the real one is built, and returns it. */
async function buildWorker(lines: string): Promise<string> {
  const input = join(dir, 'worker.ts')
  await writeFile(input, lines)
  await build({
    configFile: 'vite.service-worker.config.ts',
    logLevel: 'silent',
    build: {
      outDir: dir,
      rollupOptions: { input, output: { format: 'iife', entryFileNames: 'out.js' } },
    },
  })
  return readFile(join(dir, 'out.js'), 'utf8')
}

it('takes what may run everywhere', async () => {
  const worker = await buildWorker(`
    import { outboxPath } from '~/offline/outbox/wire'
    console.log(outboxPath)`)
  expect(worker).toContain('/outbox')
})

it.each(['~/platform/env.server', '~/commands/catalog.server', 'node:fs', './keys.server.ts'])(
  'refuses %s, which belongs to the server',
  async (module) => {
    await expect(buildWorker(`import * as all from '${module}'\nconsole.log(all)`)).rejects.toThrow(
      'may not import',
    )
  },
)
