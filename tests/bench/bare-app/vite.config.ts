import { vitePlugin as remix } from '@remix-run/dev'
import { defineConfig } from 'vite'
import remixConfig from '../../../remix.config.js'

/** The least this framework can be, to measure what ours adds to it. */
export default defineConfig({
  plugins: [
    remix({ ...remixConfig, appDirectory: 'tests/bench/bare-app', buildDirectory: '.bench/bare' }),
  ],
  build: { target: 'es2020', sourcemap: false, assetsInlineLimit: 0 },
})
