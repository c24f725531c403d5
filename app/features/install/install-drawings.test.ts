import { expect, test } from 'vitest'
import { parseDrawing } from '~/features/cards/content/parse-drawing.server'
import { installDrawings } from './install-drawings'

/** Three words in a row, which are the phone's own, are one more than a card's drawing may have. */
const withoutWords = (svg: string) => svg.replace(/<text.*?<\/text>/, '')

test.each(Object.values(installDrawings).flat())('drawn by the rules of the cards: $alt', (one) => {
  expect(parseDrawing(withoutWords(one.svg))).not.toHaveProperty('problems')
})
