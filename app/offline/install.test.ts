import { expect, it } from 'vitest'
import { installSituation, type Surroundings } from './install'

const ios =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)'
const galaxy =
  'Mozilla/5.0 (Linux; Android 12; SM-G988N Build/SP1A.210812.016; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0'
const chrome =
  'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Mobile Safari/537.36'

const around = (userAgent: string, more: Partial<Surroundings> = {}) =>
  installSituation({
    userAgent,
    maxTouchPoints: 5,
    standalone: false,
    canPrompt: false,
    url: 'https://gyeote.example/learn/a?x=1',
    ...more,
  })

const outsideOfAndroid =
  'intent://gyeote.example/learn/a?x=1#Intent;scheme=https;action=android.intent.action.VIEW;category=android.intent.category.BROWSABLE;end'

// User agents as reported in ua-parser-js#573 and uap-core#605.
it.each([
  [`${ios} Mobile/15E148 Safari/604.1 KAKAOTALK/11.3.1 (INAPP)`, 'kakao'],
  [`${ios} Mobile/15E148 BizWebView KAKAOTALK 9.7.6`, 'kakao'],
  [`${chrome} KAKAOTALK/11.3.1 (INAPP)`, 'kakao'],
  [
    `${galaxy} Chrome/90.0.4430.232 Whale/1.0.0.0 Mobile Safari/537.36 NAVER(inapp; search; 1010; 11.11.2)`,
    'naver',
  ],
  [
    `${ios} Version/13.0 Mobile/15E148 Safari/605.1 NAVER(inapp; search; 720; 10.25.0; 11PRO)`,
    'naver',
  ],
  [`${galaxy} Chrome/100.0.4896.79 Mobile Safari/537.36`, 'other'],
])('%s is the browser of %s', (userAgent, app) => {
  expect(around(userAgent, { canPrompt: true })).toMatchObject({ kind: 'in_app', app })
})

it('knows a way out where there is one', () => {
  expect(around(`${chrome} KAKAOTALK/11.3.1 (INAPP)`)).toMatchObject({
    openOutside:
      'kakaotalk://web/openExternal?url=https%3A%2F%2Fgyeote.example%2Flearn%2Fa%3Fx%3D1',
  })
  expect(around(`${galaxy} NAVER(inapp; search)`)).toMatchObject({ openOutside: outsideOfAndroid })
  expect(around(`${ios} NAVER(inapp; search)`)).toMatchObject({ openOutside: null })
})

it('tells what a browser can do', () => {
  const mac =
    'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 Version/18.0 Safari/605.1.15'
  const safari = `${ios} Version/18.0 Mobile/15E148 Safari/604.1`
  expect(around(chrome, { canPrompt: true }).kind).toBe('prompt')
  expect(around(chrome).kind).toBe('android_menu')
  expect(around(safari).kind).toBe('ios_share')
  expect(around(mac).kind).toBe('ios_share') // an iPad
  expect(around(mac, { maxTouchPoints: 0 }).kind).toBe('none')
  expect(around(safari, { standalone: true }).kind).toBe('installed')
})
