import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isBuilt } from '../../../tools/source-stamp.mjs'
import { startedFolder, startServer } from './server'

/** Builds what has changed, and starts once for all: files begin with a copy instead of a first start of 7 s each. */
export default async function startFirst() {
  if (!isBuilt()) {
    const built = spawnSync(process.execPath, ['tools/build.mjs'], { stdio: 'inherit' })
    if (built.status !== 0) throw new Error('the app could not be built')
  }
  const parent = mkdtempSync(join(tmpdir(), 'gyeote-started-'))
  const dataDir = join(parent, 'data')
  await (await startServer({ dataDir })).stop()
  process.env[startedFolder] = dataDir
  return () => rmSync(parent, { recursive: true, force: true })
}
