import { expect, test } from 'vitest'
import { fitPhoto, sizeWithin, type Size } from './fit-photo'

test.each<[string, Size, Size]>([
  ['a picture of a phone', { width: 4000, height: 3000 }, { width: 1280, height: 960 }],
  ['one that stands', { width: 3000, height: 4000 }, { width: 960, height: 1280 }],
  [
    'a small one, which is not made larger',
    { width: 640, height: 480 },
    { width: 640, height: 480 },
  ],
  ['a very long one', { width: 10_000, height: 3 }, { width: 1280, height: 1 }],
])('%s keeps its shape', (_name, size, expected) => {
  expect(sizeWithin(size, 1280)).toEqual(expected)
})

/** An encoder whose pictures take so many bytes a pixel at quality 1. */
function encoder(bytesPerPixel: number) {
  const tried: string[] = []
  const encode = ({ width, height }: Size, quality: number) => {
    tried.push(`${width}×${height} at ${quality}`)
    return Promise.resolve({ size: width * height * quality * bytesPerPixel, width })
  }
  return { tried, encode }
}
const taken = { width: 4000, height: 3000 }

test('is encoded once when that is small enough', async () => {
  const { tried, encode } = encoder(0.2)
  expect(await fitPhoto(taken, encode)).toMatchObject({ width: 1280 })
  expect(tried).toEqual(['1280×960 at 0.8'])
})

test('becomes coarser before it becomes smaller, until it is small enough', async () => {
  const { tried, encode } = encoder(0.6)
  const fitted = await fitPhoto(taken, encode)
  expect(fitted?.size).toBeLessThanOrEqual(300 * 1024)
  expect(tried).toEqual(['1280×960 at 0.8', '1280×960 at 0.6', '1024×768 at 0.6'])
})

test('the smallest is taken when the server would take it, and none when not', async () => {
  const { tried, encode } = encoder(2.5)
  expect((await fitPhoto(taken, encode))?.size).toBe(384_000)
  expect(tried).toHaveLength(5)
  expect(await fitPhoto(taken, encoder(3).encode)).toBeNull()
})

test('what cannot be encoded is no picture', async () => {
  expect(await fitPhoto(taken, () => Promise.resolve(null))).toBeNull()
})
