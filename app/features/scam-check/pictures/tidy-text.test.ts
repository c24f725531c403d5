import { expect, it } from 'vitest'
import { greyMap } from './grey-map'
import { readingSize } from './reading-size'
import { tidyText } from './tidy-text'

it('leaves out what are no words, and closes the beginning of an address', () => {
  expect(tidyText('  [택배]  주소를 확인 \n\n ~ 」 |\n=\nhttp s: //me2.kr/a\n오')).toBe(
    '[택배] 주소를 확인\nhttps://me2.kr/a\n오',
  )
  expect(tidyText(' \n . \n')).toBe('')
})

it('a small picture is read twice as large, a large one never larger than a phone can hold', () => {
  expect(readingSize({ width: 360, height: 640 })).toEqual({ width: 720, height: 1280 })
  expect(readingSize({ width: 1080, height: 1920 })).toEqual({ width: 1500, height: 2667 })
  expect(readingSize({ width: 1600, height: 2000 })).toEqual({ width: 1600, height: 2000 })
  const { width, height } = readingSize({ width: 4000, height: 3000 })
  expect(width * height).toBeLessThanOrEqual(6_010_000)
  expect(width / height).toBeCloseTo(4 / 3, 2)
  expect(readingSize({ width: 1, height: 1 })).toEqual({ width: 2, height: 2 })
})

it('grey is what the eye makes of colours, and what is mostly dark is turned round', () => {
  const data = new Uint8ClampedArray([255, 255, 255, 255, 0, 0, 0, 255, 0, 255, 0, 255])
  const night = new Uint8ClampedArray([255, 255, 255, 255, 0, 0, 0, 255, 0, 0, 0, 255])
  expect([...greyMap({ width: 3, height: 1, data: night }).slice(11)]).toEqual([0, 255, 255])
  const map = greyMap({ width: 3, height: 1, data })
  expect(new TextDecoder().decode(map.slice(0, 11))).toBe('P5\n3 1\n255\n')
  expect([...map.slice(11)]).toEqual([255, 0, 150])
})
