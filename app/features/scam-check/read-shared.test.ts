import { expect, test } from 'vitest'
import { longestText } from './checked'
import { readShared } from './read-shared'

function shared(fields: Record<string, string | File>) {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  return readShared(form)
}

test('a message is read out of whichever fields an app puts it into, each part once', () => {
  expect(shared({ text: ' 택배 확인\r\nhttps://a.top ' }).text).toBe('택배 확인\nhttps://a.top')
  expect(
    shared({ title: '택배', text: '택배 확인 https://a.top', url: 'https://a.top' }).text,
  ).toBe('택배 확인 https://a.top')
  expect(shared({ title: '소식', url: 'https://a.top' }).text).toBe('소식\nhttps://a.top')
  expect(shared({ title: '같아요', text: '같아요' }).text).toBe('같아요')
})

test('too much is cut, nothing is nothing, and a picture comes along', () => {
  expect(shared({ text: '가'.repeat(longestText + 5) }).text).toHaveLength(longestText)
  expect(shared({})).toEqual({ text: '', picture: null })
  const picture = new File(['x'], 'a.png', { type: 'image/png' })
  expect(shared({ picture }).picture?.name).toBe('a.png')
  expect(shared({ picture: new File([], '') }).picture).toBeNull()
})
