import { readFileSync, statSync } from 'node:fs'
import { expect, it } from 'vitest'
import { filesFor, readingFiles, readingVersion } from './reading-files'

it('every file is there, as large as it says', () => {
  for (const { from, bytes } of Object.values(readingFiles))
    expect(statSync(`node_modules/${from}`).size, from).toBe(bytes)
})

it('the version is that of the packages', () => {
  for (const name of ['tesseract.js', 'tesseract.js-core']) {
    const { version } = JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8'))
    expect(readingVersion).toContain(`tesseract-${version}-`)
  }
})

it('a phone gets one core, with its code and its words', () => {
  expect(filesFor(true)).not.toEqual(filesFor(false))
  for (const names of [filesFor(true), filesFor(false)]) expect(new Set(names).size).toBe(5)
})
