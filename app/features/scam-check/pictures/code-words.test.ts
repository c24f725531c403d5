import { expect, test } from 'vitest'
import { lintCopy } from '../../../../tools/copy-lint'
import { kindOfCode, wordsForCode } from './code-words'

test.each([
  ['https://a.top/x', 'web'],
  ['HTTP://A.TOP', 'web'],
  ['a.top/x', 'web'],
  ['tel:01012345678', 'call'],
  ['SMSTO:01012345678:인증번호', 'call'],
  ['WIFI:S:cafe;T:WPA;P:12345678;;', 'network'],
  ['supertoss://send?amount=50000&bank=KB', 'app'],
  ['bitcoin:1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa', 'app'],
  ['intent://evil.top#Intent;end', 'app'],
  ['00020101021126570011com.kakaopay5204', 'app'],
  ['회비는 총무에게 내세요', 'text'],
  ['주의: 만지지 마세요', 'text'],
  ['8801234567890', 'text'],
  ['BEGIN:VCARD\nTEL:010-1234-5678\nEND:VCARD', 'text'],
  ['', 'text'],
])('%s is %s', (text, kind) => {
  expect(kindOfCode(text)).toBe(kind)
  expect(lintCopy(wordsForCode(text), 'sentence', ['QR'])).toEqual([])
  expect(wordsForCode(text)).not.toMatch(/안전/)
})
