import { describe, expect, test } from 'vitest'
import { judged, wordsOf } from '../test-knowledge'

const linksOf = (text: string) => judged(text).links
const onlyLink = (text: string) => {
  const links = linksOf(text)
  expect(links).toHaveLength(1)
  return { ...links[0]!, words: text.slice(...links[0]!.span) }
}

describe('an address is found and read', () => {
  test.each([
    ['보기 https://www.epost.go.kr/a?b=1.', 'https://www.epost.go.kr/a?b=1', 'epost.go.kr'],
    ['c11.kr/ab 에서', 'c11.kr/ab', 'c11.kr'],
    ['http://a.com에서 확인', 'http://a.com', 'a.com'],
    ['ｈｔｔｐ：／／ａ．ｃｏｍ', 'ｈｔｔｐ：／／ａ．ｃｏｍ', 'a.com'],
    ['h t t p : / / abc . top', 'h t t p : / / abc . top', 'abc.top'],
    ['hxxp://abc.top/x', 'hxxp://abc.top/x', 'abc.top'],
    ['접속 abcd점com 하세요', 'abcd점com', 'abcd.com'],
    ['확인: nhis-result.top', 'nhis-result.top', 'nhis-result.top'],
    ['조회:delivery-kr.icu', 'delivery-kr.icu', 'delivery-kr.icu'],
    ['바로가기 ▶ myparcel.world', 'myparcel.world', 'myparcel.world'],
    ['확인 a7x.qpb.cc', 'a7x.qpb.cc', 'a7x.qpb.cc'],
    ['통지서 k3x9.abcd.guru', 'k3x9.abcd.guru', 'k3x9.abcd.guru'],
    ['로그인되었습니다.www.abcdef.com', 'www.abcdef.com', 'abcdef.com'],
    ['hometax-refund.live 에서 신청', 'hometax-refund.live', 'hometax-refund.live'],
  ])('%s', (text, words, host) => {
    expect(onlyLink(text)).toMatchObject({ words, host })
  })

  test.each([
    'dr.kim 선생님',
    '담당: dr.kim',
    '참석: mr.lee',
    '방법: step.by.step',
    '파일: 회비.pdf',
    '파일: report.zip',
    '3.5kg',
    '김.이.박',
    '수고했어요.내일 봐요',
    'kim@naver.com',
    'SSG닷컴',
    '2026.03.11',
    '9:30. kr',
  ])('no address: %s', (text) => {
    expect(linksOf(text)).toEqual([])
  })
})

describe('what can be said without opening it', () => {
  test.each([
    ['https://nhis.or.kr/a', 'official'],
    ['https://www.some-city.go.kr', 'official'],
    ['http://smile.hanjin.co.kr:9080/a', 'official'],
    ['https://nhis-or.kr/a', 'imitates_official'],
    ['https://hometax.go.kr.refund.top', 'imitates_official'],
    ['https://c0upang.com', 'imitates_official'],
    ['https://officer.g0.kr', 'imitates_official'],
    ['https://cjlogistlcs.com', 'imitates_official'],
    ['https://kаkаopay.com', 'imitates_official'],
    ['https://kаkаopay.com', 'foreign_letters'],
    ['https://xn--kpay-53d.com', 'foreign_letters'],
    ['https://bit.ly/3abc', 'shortened'],
    ['https://open.kakao.com/o/abc', 'open_chat'],
    ['http://103.20.1.7/a', 'ip_address'],
    ['http://0x67.0x14.1.7/a', 'ip_address'],
    ['http://abc.com:7788/a', 'odd_port'],
    ['http://abc.com/cj.apk', 'app_file'],
    ['https://naver.com@abc.com/', 'user_at_host'],
    ['https://abc.icu/k', 'suspicious_ending'],
    ['[링크]', 'hidden'],
    ['URL', 'hidden'],
    ['<url>', 'hidden'],
    ['http://****', 'hidden'],
  ])('%s is %s', (text, finding) => {
    expect(onlyLink(`보기 ${text}`).findings).toContain(finding)
  })

  test.each([
    ['go.kr.xyz/a', null],
    ['https://nts.go.kr/a', '국세청'],
    ['https://nhis-check.com/a', '국민건강보험공단'],
  ])('whose address: %s', (text, owner) => {
    expect(onlyLink(text).owner).toBe(owner)
  })

  test('an unknown shop is only unknown', () => {
    expect(onlyLink('https://www.haneul-farm.co.kr/a').findings).toEqual([])
  })
})

describe('what a link does to the verdict', () => {
  test.each(['약도 naver.me/5xAb12', '여기 h t t p : / / abcd . com', '봐 bit.ly/3abc'])(
    'where it leads is not seen, so never calm: %s',
    (text) => {
      expect(judged(text).level).not.toBe('nothing_found')
    },
  )

  test('an address of another than the sender', () => {
    const text = '[국민건강보험] 검진 결과를 확인하세요 https://health-view.co.kr/r'
    const reason = judged(text).reasons.find(({ code }) => code === 'link_not_of_sender')
    expect(wordsOf(text, reason!)).toEqual(['https://health-view.co.kr/r'])
  })

  test('an address read from a picture is at best suspect', () => {
    const text = '[우체국] 등기 조회 https://service.epost.go.kr/trace'
    expect(judged(text).level).toBe('nothing_found')
    const { level, reasons } = judged(text, 'message', 'read_from_picture')
    expect([level, reasons[0]?.code]).toEqual(['caution', 'link_read_from_picture'])
  })
})
