import { v7 as uuidv7 } from 'uuid'
import { expect, test } from 'vitest'
import { noFacts } from '../schedule/facts'
import { instant, senior } from '../schedule/test-facts'
import { recordFormIn, refusedInWords, type Book } from './record-form.server'

const typed = { label: '혈압약', amount: '1' }

const send = (refused: string) => {
  const book: Book = {
    read: async () => ({ facts: noFacts(senior), now: instant('2027-03-01 10:00') }),
    write: async () => refused,
    pathOf: (path) => path,
  }
  const body = new URLSearchParams({ commandId: uuidv7(), ...typed })
  const request = new Request('http://localhost/medication/new/detail', { method: 'POST', body })
  return recordFormIn(book, request, () => ({ facts: {}, to: '/medication' }))
}

test('what was typed stands in the form when it could not be written down', async () => {
  const { errors, values } = await send(refusedInWords.held)
  expect(errors).toEqual([{ fieldId: 'content', message: refusedInWords.held }])
  expect(values).toMatchObject({ label: ['혈압약'], amount: ['1'] })
})

test('where somebody else was first, what is there now is shown, as the sentence says', async () => {
  expect((await send(refusedInWords.changed_meanwhile)).values).toEqual({})
})
