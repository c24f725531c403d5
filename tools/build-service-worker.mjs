import { createHash } from 'node:crypto'
import { build } from 'vite'
import { getManifest } from 'workbox-build'

const files = {
  globDirectory: 'build/client',
  globPatterns: ['**/*'],
  globIgnores: ['sw.js', 'sw-retired.js', '**/*.map', '**/*.br'],
  dontCacheBustURLsMatching: /^assets\//,
  maximumFileSizeToCacheInBytes: 4 * 1024 * 1024,
}

/**
 * Builds the service worker into `build/client/sw.js`, with the list of every file the pages may need, and
 * beside it `sw-retired.js`, which the server sends in its place with `SERVICE_WORKER=retired`.
 * Comes after the build of the pages.
 */
export async function buildServiceWorker() {
  const { manifestEntries, warnings } = await getManifest(files)
  if (warnings.length > 0) throw new Error(warnings.join('\n'))
  const precache = manifestEntries
    .map(({ url, revision }) => ({ url: `/${url}`, revision }))
    .sort((a, b) => (a.url < b.url ? -1 : 1))
  const id = createHash('sha256').update(JSON.stringify(precache)).digest('hex').slice(0, 12)
  await buildWorker('app/service-worker/sw.ts', 'sw.js', {
    BUILD_ID: JSON.stringify(id),
    PRECACHE: JSON.stringify(precache),
  })
  await buildWorker('app/service-worker/retired.ts', 'sw-retired.js', {})
}

function buildWorker(input, fileName, define) {
  return build({
    configFile: 'vite.service-worker.config.ts',
    mode: 'production',
    logLevel: 'warn',
    define,
    build: { rollupOptions: { input, output: { format: 'iife', entryFileNames: fileName } } },
  })
}

if (process.argv[1]?.endsWith('build-service-worker.mjs')) await buildServiceWorker()
