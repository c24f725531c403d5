import { describe, expect, test } from 'vitest'
import { findCode, formatPhone, parsePhone } from './phone'

const e164 = '+821012345678'

describe('parsePhone', () => {
  test.each([
    '010-1234-5678',
    '01012345678',
    '010 1234 5678',
    '010.1234.5678',
    '(010) 1234-5678',
    '010–1234–5678',
    '０１０－１２３４－５６７８',
    '+82 10-1234-5678',
    '+82 010-1234-5678',
    '+82(0)10-1234-5678',
    '82-10-1234-5678',
    '0082 10 1234 5678',
    '1012345678',
    ' 010\u00a01234\u30005678\n',
  ])('%j is the number people mean', (text) => {
    expect(parsePhone(text)).toEqual({ ok: true, phone: e164 })
  })

  test.each([
    ['', '넣어'],
    ['  - ', '넣어'],
    ['010-1234-567', '모자라요'],
    ['010', '모자라요'],
    ['01', '모자라요'],
    ['0', '모자라요'],
    ['010-1234-56789', '많아요'],
    ['02-123-4567', '휴대폰 번호만'],
    ['011-234-5678', '휴대폰 번호만'],
    ['+1 415 555 0100', '휴대폰 번호만'],
    ['공일공 일이삼사', '숫자만'],
    ['010-1234-567a', '숫자만'],
    ['kim@example.kr', '숫자만'],
  ])('%j is refused with a reason', (text, reason) => {
    const parsed = parsePhone(text)
    expect(parsed).toMatchObject({ ok: false })
    expect(parsed.ok ? '' : parsed.message).toContain(reason)
  })

  test('other beginnings count where the installation allows them', () => {
    const prefixes = ['+8210', '+1415']
    expect(parsePhone('+1 (415) 555-0100', prefixes)).toEqual({ ok: true, phone: '+14155550100' })
    expect(parsePhone('+1 415', prefixes)).toMatchObject({ ok: false })
    expect(parsePhone('+1 415 555 0100 123 456 7', prefixes)).toMatchObject({ ok: false })
  })
})

test('a number is shown as it is read in Korea', () => {
  expect(formatPhone(e164)).toBe('010-1234-5678')
  expect(formatPhone('+14155550100')).toBe('+14155550100')
})

test.each([
  ['123456', '123456'],
  ['123 456', '123456'],
  [' １２３４５６ ', '123456'],
  ['[곁에] 인증번호 012345. 곁에 직원도 묻지 않아요.', '012345'],
  ['12345', null],
  ['1234567', null],
  ['123456 654321', null],
  ['', null],
])('the code in %j is %j', (text, code) => {
  expect(findCode(text)).toBe(code)
})
