import { statSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readImports } from '../tests/support/read-imports'
import { sources } from './source-stamp.mjs'

const isCovered = (file: string) =>
  sources.some((source) => file === source || file.startsWith(`${source}/`))

test('what the build is made with is part of the stamp, so that a change of it builds anew', () => {
  const files = sources.filter(
    (source) => statSync(source).isFile() && /\.(ts|mjs|js)$/.test(source),
  )
  const own = files
    .flatMap(readImports)
    .map(({ to }) => to)
    .filter((to) => /^(app|server|tools)\/|^[\w.-]+\.config/.test(to))
  expect(own.length).toBeGreaterThan(3)
  expect(own.filter((file) => !isCovered(file))).toEqual([])
})
