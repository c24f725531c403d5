import { vitePlugin as remix } from '@remix-run/dev'
import tailwindcss from '@tailwindcss/vite'
import { defineConfig, type Plugin } from 'vite'
import remixConfig from './remix.config.js'
import { groupChunks } from './tools/group-chunks'

/**
 * Makes `server/entry.ts` the server build's entry, so that the process and the routes share one
 * module graph in development and in production; and few files of the pages' build.
 */
function shapeOfBuilds(): Plugin {
  return {
    name: 'shape-of-builds',
    enforce: 'post',
    config: (_config, { isSsrBuild }) =>
      isSsrBuild
        ? { build: { rollupOptions: { input: './server/entry.ts' } } }
        : {
            build: {
              rollupOptions: {
                output: {
                  manualChunks: groupChunks(
                    '/today/routes/today.tsx',
                    '/today/day-with-medicines.tsx',
                  ),
                },
              },
            },
          },
  }
}

export default defineConfig({
  plugins: [tailwindcss(), remix(remixConfig), shapeOfBuilds()],
  resolve: { alias: { '~': new URL('./app', import.meta.url).pathname } },
  build: { target: 'es2020', sourcemap: false, assetsInlineLimit: 0 },
  ssr: { target: 'node' },
})
