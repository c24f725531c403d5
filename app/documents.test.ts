import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { listSourceFiles } from '../tests/support/read-imports'
import { errorDocument } from './error-document.server'
import { appError, findAppError } from './platform/http/app-errors'
import { offlineDocument } from './service-worker/offline-document'
import { defaultLook } from './ui/look'

/** Without it some browsers make a link that dials of every number, those of a fraudster that are struck through too. */
const mark = /<meta name="format-detection" content="telephone=no" ?\/?>/

test('no document lets a browser make links of numbers', () => {
  const files = ['app', 'server', 'tools'].flatMap(listSourceFiles)
  const documents = files
    .filter((file) => !file.includes('.test.'))
    .map((file) => ({ file, text: readFileSync(file, 'utf8') }))
    .filter(({ text }) => text.includes('<html lang='))
  expect(documents.length).toBeGreaterThan(2)
  expect(documents.filter(({ text }) => !mark.test(text)).map(({ file }) => file)).toEqual([])
})

test('neither does what is shown without a network, or instead of a page that failed', async () => {
  const failed = errorDocument(findAppError(appError('not_found')), defaultLook)
  expect(failed).toMatch(mark)
  expect(await (await offlineDocument(new Response(failed))).text()).toMatch(mark)
  expect(await (await offlineDocument(undefined)).text()).toMatch(mark)
})
