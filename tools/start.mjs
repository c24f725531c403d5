import { existsSync } from 'node:fs'
import { isBuilt } from './source-stamp.mjs'

process.env.NODE_ENV ??= 'production'

// A deployed copy may hold only what the build made; then there is nothing to compare with.
if (existsSync('vite.config.ts') && !isBuilt()) {
  process.stdout.write('Building (only when something has changed) …\n')
  const { build } = await import('./build.mjs')
  await build()
}
if (existsSync('.env')) process.loadEnvFile?.('.env')

try {
  const { start } = await import('../build/server/index.js')
  await start()
} catch (error) {
  // Settings, a folder in use, a powerful role: the sentence is what helps, not the stack.
  const expected = [
    'EnvError',
    'FolderInUseError',
    'PowerfulRoleError',
    'ContentError',
    'ChangedMigrationError',
  ]
  process.stderr.write(`\n${expected.includes(error?.name) ? error.message : error?.stack}\n\n`)
  process.exit(1)
}
