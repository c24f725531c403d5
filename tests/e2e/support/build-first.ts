import { spawnSync } from 'node:child_process'
import { isBuilt } from '../../../tools/source-stamp.mjs'

/** Builds what has changed before files start their servers side by side. */
export default function buildFirst(): void {
  if (isBuilt()) return
  const built = spawnSync(process.execPath, ['tools/build.mjs'], { stdio: 'inherit' })
  if (built.status !== 0) throw new Error('the app could not be built')
}
