import { spawnSync } from 'node:child_process'
import { rmSync, writeFileSync } from 'node:fs'
import { sourceStamp, stampFile } from './source-stamp.mjs'
import { buildServiceWorker } from './build-service-worker.mjs'
import { compressAssets } from './compress-assets.mjs'

/** Builds the pages, the server and the service worker, and notes from which sources. */
export async function build() {
  const stamp = sourceStamp()
  rmSync('build', { recursive: true, force: true })
  const vite = spawnSync(
    process.execPath,
    ['node_modules/@remix-run/dev/dist/cli.js', 'vite:build', '--logLevel', 'warn'],
    { stdio: 'inherit', env: { ...process.env, NODE_ENV: 'production' } },
  )
  if (vite.status !== 0) throw new Error('the build failed')
  await buildServiceWorker()
  compressAssets()
  writeFileSync(stampFile, stamp)
}

if (process.argv[1]?.endsWith('build.mjs')) await build()
