import { expect, test } from 'vitest'
import { judged } from './test-knowledge'
import { cared } from './care'

const compact = (text: string) => text.replace(/[^가-힣a-z0-9]/g, '')

test.each([
  '인증 번호는 저한테도 말씀하지 마세요',
  '그 문자는 누르지 마시고 지워 주세요',
  '검찰은 카카오톡으로 영장을 보내지 않습니다',
  '이상하면 끊고 112로 신고하세요',
  '그런 전화는 무조건 끊어야 해',
  '우리 이웃 하나도 그렇게 천만 원을 뺏겼대',
])('warns: %s', (text) => {
  expect(cared(compact(text))).toBeGreaterThan(0)
})

test.each([
  '누구에게도 말하지 마세요',
  '가족에게는 절대 말씀하지 마십시오',
  '경찰에 신고하시면 아들 못 봅니다',
  '경찰에 신고도 하지 마',
  '은행 직원이 물어보면 알려 주지 마시고요',
  '지금 쓰시는 전화는 도청당한다고 하십니다',
  '전화 끊고 바로 은행으로 가세요',
])('presses: %s', (text) => {
  expect(cared(compact(text))).toBe(0)
})

test('a caller who warns while he asks for the savings is suspect all the same', () => {
  const call =
    '서울중앙지검 수사관입니다. 요즘 보이스피싱 많이 당하시니 조심하시고, 이상하면 112로 신고하세요. 본인 명의 대포통장이 나와서 예금을 안전계좌로 옮기셔야 합니다. 통화 끊지 마세요.'
  expect(judged(call, 'call').level).not.toBe('nothing_found')
})
