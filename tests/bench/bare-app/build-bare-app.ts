import { spawnSync } from 'node:child_process'
import { resolve } from 'node:path'
import { compressAssets } from '../../../tools/compress-assets.mjs'

/** Builds the bare app into the ignored folder `.bench/`; absolute paths of what came out. */
export function buildBareApp(): { serverBuildFile: string; clientDir: string } {
  const built = spawnSync(
    process.execPath,
    [
      'node_modules/@remix-run/dev/dist/cli.js',
      'vite:build',
      '--config',
      'tests/bench/bare-app/vite.config.ts',
      '--logLevel',
      'error',
    ],
    { stdio: 'inherit', env: { ...process.env, NODE_ENV: 'production' } },
  )
  if (built.status !== 0) throw new Error('the bare app could not be built')
  compressAssets('.bench/bare/client/assets')
  return {
    serverBuildFile: resolve('.bench/bare/server/index.js'),
    clientDir: resolve('.bench/bare/client'),
  }
}
