import { defineConfig } from 'vitest/config'
import LongestFirst from './tests/support/longest-first'

const alias = { '~': new URL('./app', import.meta.url).pathname }

// A busy machine needs more than the second that is the default.
const patient = { poll: { timeout: 15_000 } }

export default defineConfig({
  test: {
    pool: 'forks',
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        resolve: { alias },
        test: {
          name: 'unit',
          environment: 'node',
          include: [
            'app/**/*.test.{ts,tsx}',
            'server/**/*.test.ts',
            'tools/**/*.test.ts',
            'tests/architecture.test.ts',
          ],
          setupFiles: ['tests/support/refuse-console-error.ts'],
          // A busy machine needs more than the five seconds that are the default.
          testTimeout: 30_000,
          expect: patient,
        },
      },
      {
        resolve: { alias },
        test: {
          name: 'integration',
          environment: 'node',
          include: ['tests/integration/**/*.test.ts'],
          globalSetup: ['tests/support/global-setup.ts'],
          setupFiles: ['tests/support/plain-wasm.mjs'],
          // Opening databases costs most of it, ten times more on a busy machine.
          testTimeout: 120_000,
          hookTimeout: 120_000,
          expect: patient,
        },
      },
      {
        resolve: { alias },
        test: {
          name: 'e2e',
          environment: 'node',
          include: ['tests/e2e/**/*.test.ts'],
          globalSetup: ['tests/e2e/support/start-first.ts'],
          // Walking the focus through a page is mostly waiting for what is painted.
          maxConcurrency: 3,
          testTimeout: 120_000,
          hookTimeout: 300_000,
          expect: patient,
        },
      },
    ],
  },
})
