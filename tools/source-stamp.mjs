import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

export const stampFile = 'build/.sources'

export const sources = [
  'app',
  'server',
  'public',
  'tools/build.mjs',
  'tools/build-service-worker.mjs',
  'tools/compress-assets.mjs',
  'tools/group-chunks.ts',
  'tools/source-stamp.mjs',
  'vite.config.ts',
  'vite.service-worker.config.ts',
  'remix.config.js',
  'tailwind.config.ts',
  'package-lock.json',
]

/** A digest of everything the build is made from, so that a second start builds nothing. */
export function sourceStamp() {
  const digest = createHash('sha256').update(process.version.split('.')[0])
  const visit = (path) => {
    if (!existsSync(path)) return
    if (statSync(path).isDirectory()) {
      for (const name of readdirSync(path).sort()) visit(join(path, name))
    } else if (!/\.test\.tsx?$/.test(path)) {
      digest.update(path).update('\0').update(readFileSync(path))
    }
  }
  for (const path of sources) visit(path)
  return digest.digest('hex')
}

export const isBuilt = () =>
  existsSync(stampFile) && readFileSync(stampFile, 'utf8') === sourceStamp()
