import { defineConfig, type Plugin } from 'vite'

const projectDir = new URL('.', import.meta.url).pathname

/**
 * This build has no Remix to keep server code out of what people download, so it refuses such imports
 * itself.
 */
function refuseServerModules(): Plugin {
  return {
    name: 'refuse-server-modules',
    enforce: 'pre',
    resolveId(source, importer) {
      // The folder that the project lies in may be called anything.
      if (/\.server(\.|$|\/)|^node:|(^|\/)server\//.test(source.replace(projectDir, '')))
        this.error(`${importer ?? 'the service worker'} may not import ${source}`)
    },
  }
}

/** `tools/build-service-worker.mjs` adds the entry and what is put into it. */
export default defineConfig({
  plugins: [refuseServerModules()],
  resolve: { alias: { '~': new URL('./app', import.meta.url).pathname } },
  publicDir: false,
  define: { 'process.env.NODE_ENV': '"production"' },
  build: { outDir: 'build/client', emptyOutDir: false, target: 'es2020', sourcemap: false },
})
