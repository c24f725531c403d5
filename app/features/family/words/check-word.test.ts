import { describe, expect, test } from 'vitest'
import { lintCopy } from '../../../../tools/copy-lint'
import { checkWord, longestWord } from './check-word'

const whyNot = (typed: string) => {
  const checked = checkWord(typed)
  return checked.fits ? null : checked.message
}

describe('a word to a senior', () => {
  test.each([
    ['엄마, 오늘도 잘 지내세요!', '엄마, 오늘도 잘 지내세요!'],
    ['  두 줄로\n쓴\t말 ', '두 줄로 쓴 말'],
    ['토요일 12시 30분에 갈게요. 😊', '토요일 12시 30분에 갈게요. 😊'],
    ['밥 드세요...네?', '밥 드세요...네?'],
    ['가'.repeat(longestWord), '가'.repeat(longestWord)],
    ['😊'.repeat(longestWord), '😊'.repeat(longestWord)],
  ])('goes as one line of plain text: %s', (typed, words) => {
    expect(checkWord(typed)).toEqual({ fits: true, words })
  })

  test.each(['', ' \n ', '\u200b'])('needs something in it', (typed) => {
    expect(whyNot(typed)).toContain('적어 주세요')
  })

  test('is not longer than a sentence', () => {
    expect(whyNot('가'.repeat(longestWord + 1))).toContain('61자')
  })

  test.each([
    '여기 보세요 https://a.kr/1',
    '여기 보세요 a.kr',
    'WWW.a',
    '여기 ｗｗｗ．ａ．ｃｏｍ',
    '은행.com 보세요',
    'a\u200b.kr',
  ])('holds no address: %s', (typed) => {
    expect(whyNot(typed)).toContain('주소')
  })

  test.each(['010-1234-5678', '０１０ １２３４ ５６７８', '1588 1234 로 전화', '(02) 123.4567'])(
    'holds no number to call: %s',
    (typed) => {
      expect(whyNot(typed)).toContain('숫자')
    },
  )

  test('is refused in plain Korean', () => {
    for (const typed of ['', '가'.repeat(61), 'a.kr', '010-1234-5678'])
      expect(lintCopy(whyNot(typed) ?? '', 'error')).toEqual([])
  })
})
