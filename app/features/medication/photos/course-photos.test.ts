import { expect, test } from 'vitest'
import { newFactsSchema } from '../facts/fact-schema'
import { factsFrom } from '../facts/facts-from'
import { mergeFacts } from '../schedule/merge-facts'
import { course, fact, having, none } from '../schedule/test-facts'
import { photoOf, removePhotos, replacePhotos } from './course-photos'

const pouch = course()
const photo = (id: string, receivedAt: number | null, courseId = pouch.id) => ({
  ...fact({ receivedAt }),
  id,
  courseId,
})
const retraction = (factId: string) => ({ ...fact(), factId })
const shown = (facts = none) => photoOf(facts, pouch.id)?.id

test('a course has the picture that arrived last, whatever the phones’ clocks said', () => {
  expect(shown()).toBeUndefined()
  const photos = [photo('c', 1), photo('a', 3), photo('b', 2), photo('z', 9, 'another course')]
  expect(shown(having({ photos }))).toBe('a')
  expect(shown(having({ photos: [...photos].reverse() }))).toBe('a')
  expect(shown(having({ photos: [...photos, photo('b2', 3)] }))).toBe('b2')
})

test('one that waits on this phone is newer than any that arrived', () => {
  expect(shown(having({ photos: [photo('new', null), photo('old', 5)] }))).toBe('new')
})

test('taken back it gives way to the one before', () => {
  const photos = [photo('old', 1), photo('new', 2)]
  expect(shown(having({ photos, retractions: [retraction('new')] }))).toBe('old')
})

const id = (n: number) => `019ab2c4-0000-7000-8000-00000000000${n}`
const courseId = id(9)
let made = 0
const newId = () => `019ab2c4-0000-7000-8000-0000000001${String(++made).padStart(2, '0')}`
const kept = having({ photos: [photo(id(1), 1, courseId), photo(id(2), 2, courseId)] })
const after = (written: Parameters<typeof factsFrom>[0]) => {
  const parsed = newFactsSchema.parse(written)
  return mergeFacts(kept, factsFrom(parsed, { by: 'x', deviceId: '', at: 0, receivedAt: null }))
}

test('removing takes back every picture of the course, and of no other', () => {
  const written = removePhotos(kept, courseId, newId)
  expect(written.retractions?.map(({ factId }) => factId).sort()).toEqual([id(1), id(2)])
  expect(photoOf(after(written), courseId)).toBeNull()
  expect(removePhotos(kept, pouch.id, newId).retractions).toEqual([])
})

test('a new picture stands alone in place of the others', () => {
  const facts = after(replacePhotos(kept, courseId, id(3), newId))
  expect(photoOf(facts, courseId)?.id).toBe(id(3))
  expect(removePhotos(facts, courseId, newId).retractions).toHaveLength(1)
})
