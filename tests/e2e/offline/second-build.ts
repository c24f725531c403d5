import { spawnSync } from 'node:child_process'
import {
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

export interface SecondBuild {
  /** Start the server with this as its working directory. */
  dir: string
  remove(): void
}

const linked = [
  'node_modules',
  'app',
  'content',
  'supabase',
  'package.json',
  'vite.service-worker.config.ts',
]

const filesUnder = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))

/**
 * The next version of the app as a deploy would bring it: every part of the pages has another name, and the
 * worker lists those. Made from the build that is there, since a second real build takes half a minute.
 */
export function makeSecondBuild(): SecondBuild {
  const dir = mkdtempSync(join(tmpdir(), 'gyeote-second-build-'))
  for (const name of linked) symlinkSync(resolve(name), join(dir, name))
  // Not linked: what is started finds the build beside its own real place.
  for (const name of ['build', 'tools']) cpSync(name, join(dir, name), { recursive: true })
  const client = join(dir, 'build/client')
  // Not of these files any more: the server compresses the new ones itself.
  for (const name of readdirSync(join(client, 'assets')))
    if (name.endsWith('.br')) rmSync(join(client, 'assets', name))
  const assets = readdirSync(join(client, 'assets'))
  const renamed = new Map(assets.map((name) => [name, name.replace(/(\.\w+)$/, '2$1')]))
  const files = [
    ...filesUnder(join(dir, 'build/server')),
    ...assets.map((name) => join(client, 'assets', name)),
  ]
  for (const file of files.filter((name) => /\.(js|css)$/.test(name))) {
    const text = readFileSync(file, 'utf8')
    writeFileSync(
      file,
      text.replace(/[\w.-]+\.(?:js|css|json)\b/g, (name) => renamed.get(name) ?? name),
    )
  }
  for (const [from, to] of renamed)
    renameSync(join(client, 'assets', from), join(client, 'assets', to))
  const built = spawnSync(process.execPath, ['tools/build-service-worker.mjs'], {
    cwd: dir,
    encoding: 'utf8',
  })
  if (built.status !== 0) throw new Error(built.stderr)
  return { dir, remove: () => rmSync(dir, { recursive: true, force: true }) }
}
