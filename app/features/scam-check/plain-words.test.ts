import { expect, it } from 'vitest'
import { lintCopy } from '../../../tools/copy-lint'
import { failureWords, linkWords } from './expand-link/link-words'
import { linkReasons } from './expand-link/link-answer'
import {
  lostWords,
  otherwiseWords,
  pickWords,
  unreadWords,
  unseenWords,
} from './pictures/came-words'
import { askWords, offlineWords, readingFailures } from './pictures/reading-words'
import { scanFailures } from './pictures/use-scanning'

it.each(Object.values({ ...readingFailures, ...scanFailures, ...failureWords }))(
  'an error says what to do: %s',
  (words) => {
    expect(lintCopy(words, 'error', ['QR'])).toEqual([])
  },
)

it.each(linkReasons)('where a link leads is said plainly: %s', (reason) => {
  const final = { host: 'a.kr', registrableDomain: 'a.kr' }
  for (const one of [final, null])
    for (const leadsTo of [[], ['a.kr']]) {
      const { title, now } = linkWords({ leadsTo, final: one, reason })
      expect(lintCopy(`${title} ${now}`, 'error')).toEqual([])
    }
})

it('the question before anything is fetched is plain', () => {
  expect(lintCopy(askWords.title, 'text')).toEqual([])
  expect(lintCopy(`${askWords.first} ${askWords.text}`, 'text')).toEqual([])
  for (const word of [askWords.yes, askWords.no]) expect(lintCopy(word, 'button')).toEqual([])
  expect(lintCopy(offlineWords, 'error')).toEqual([])
})

it.each(Object.values(lostWords))('a shared picture that is not here is no dead end: %s', (why) => {
  expect(lintCopy(`${why} ${pickWords} ${otherwiseWords}`, 'error')).toEqual([])
})

it('what is said of a picture that nobody has read is plain', () => {
  expect(lintCopy(`${unreadWords.title}. ${unreadWords.now}`, 'error')).toEqual([])
  expect(lintCopy(unseenWords.text, 'sentence')).toEqual([])
  expect(lintCopy(unseenWords.go, 'button')).toEqual([])
})
