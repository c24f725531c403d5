import { describe, expect, test } from 'vitest'
import { lintCopy } from '../../../../tools/copy-lint'
import { disarm } from './disarm'
import { report, tellFamily } from './messages-to-others'
import { checkedAs, verdictOn } from './test-verdict'

const text = '주소 오류 https://cj-post.top/k2 문의 010-1234-5678, 1577-1000'
const parts = {
  reasons: [['link_not_of_sender', 'https://cj-post.top/k2'] as ['link_not_of_sender', string]],
  links: ['https://cj-post.top/k2'],
  numbers: ['010-1234-5678', '1577-1000'],
  trick: 'parcel' as const,
}

describe('a message that is passed on', () => {
  test('has no address that opens and no number that rings', () => {
    expect(disarm(text, verdictOn(text, parts))).toBe(
      '주소 오류 cj-post[.]top/k2 문의 010-****-5678, 157*-1000',
    )
  })

  test('is disarmed as well where a number stands in an address', () => {
    const nested = '확인 bad.top/01012345678 하세요'
    const verdict = verdictOn(nested, { links: ['bad.top/01012345678'], numbers: ['01012345678'] })
    expect(disarm(nested, verdict)).toBe('확인 bad[.]top/01012345678 하세요')
  })

  test('says first what to do, then the trick and the reasons', () => {
    const told = tellFamily(checkedAs(text, parts)).split('\n')
    expect(told.slice(0, 3)).toEqual([
      '[곁에] 누르지 마세요. 사기 문자와 아주 비슷해요.',
      '수법: 택배 사칭',
      '1. 보냈다는 곳의 주소가 아니에요.',
    ])
    expect(told.at(-1)).not.toContain('https://')
  })

  test('goes to those who collect such messages as it came', () => {
    expect(report(checkedAs(text, parts))).toContain(text)
    expect(lintCopy('사기로 보이는 문자를 신고해요.', 'sentence')).toEqual([])
  })
})
