import { expect, test } from 'vitest'
import { deviceLabel } from './device-label'

const chrome = 'AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0'
const apple = 'AppleWebKit/605.1.15 (KHTML, like Gecko)'

test.each([
  [
    `Mozilla/5.0 (Linux; Android 14; SM-S911N) ${chrome} Mobile Safari/537.36`,
    '삼성 갤럭시 · 크롬',
  ],
  [
    `Mozilla/5.0 (Linux; Android 10; K) ${chrome.replace('Chrome', 'SamsungBrowser/27.0 Chrome')} Mobile Safari/537.36`,
    '삼성 갤럭시 · 삼성 인터넷',
  ],
  [`Mozilla/5.0 (Linux; Android 10; K) ${chrome} Mobile Safari/537.36`, '안드로이드 휴대폰 · 크롬'],
  [
    `Mozilla/5.0 (Linux; Android 13; LM-G900N) ${chrome} Mobile Safari/537.36`,
    '엘지 휴대폰 · 크롬',
  ],
  [`Mozilla/5.0 (Linux; Android 12; Tab) ${chrome} Safari/537.36`, '안드로이드 태블릿 · 크롬'],
  [
    `Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) ${apple} Version/18.0 Mobile/15E148 Safari/604.1`,
    '아이폰 · 사파리',
  ],
  [
    `Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) ${apple} Mobile/15E148 KAKAOTALK 10.9.0`,
    '아이폰 · 카카오톡',
  ],
  [
    `Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${chrome} Safari/537.36 Edg/130.0`,
    '윈도우 컴퓨터 · 엣지',
  ],
  [
    `Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${chrome} Whale/4.28 Safari/537.36`,
    '윈도우 컴퓨터 · 웨일',
  ],
  [
    `Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) ${apple} Version/18.0 Safari/605.1.15`,
    '맥 컴퓨터 · 사파리',
  ],
  ['curl/8', '이름 모를 기기'],
  ['', '이름 모를 기기'],
])('%s', (userAgent, label) => {
  expect(deviceLabel(userAgent)).toBe(label)
})

test('a label never outgrows its column, whatever is sent', () => {
  expect(deviceLabel('iPhone Samsung Android SamsungBrowser '.repeat(500)).length).toBeLessThan(60)
})
