import { expect, test } from 'vitest'
import { installSituation } from '~/offline/install'
import { notificationSituation } from './notification-situation'

const android = 'Mozilla/5.0 (Linux; Android 12; SM-A325N) AppleWebKit/537.36 Chrome/120.0 Mobile'
const iphone = 'Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) AppleWebKit/605 Version/17.0'

const on = (
  userAgent: string,
  permission: Parameters<typeof notificationSituation>[0]['permission'],
  standalone = false,
) => {
  const around = { userAgent, standalone, maxTouchPoints: 5, canPrompt: false }
  const install = installSituation({ ...around, url: 'https://gyeote.example/reminders' })
  return notificationSituation({ install, permission, userAgent })
}

test('a browser that can, by what the person has allowed', () => {
  expect(on(android, 'default')).toEqual({ kind: 'not_asked' })
  expect(on(android, 'granted')).toEqual({ kind: 'allowed' })
  expect(on(android, 'denied')).toEqual({ kind: 'blocked', where: 'browser' })
  expect(on(android, 'denied', true)).toEqual({ kind: 'blocked', where: 'android_app' })
  expect(on(iphone, 'denied', true)).toEqual({ kind: 'blocked', where: 'iphone' })
})

test('an iPhone has to have it on the home screen first, and can do nothing more there', () => {
  expect(on(iphone, 'unsupported')).toEqual({ kind: 'home_screen_first' })
  expect(on(iphone, 'unsupported', true)).toEqual({ kind: 'unsupported' })
  expect(on(iphone, 'default', true)).toEqual({ kind: 'not_asked' })
})

test('inside another app the way out comes first, whatever that browser says of itself', () => {
  for (const permission of ['unsupported', 'default', 'denied'] as const)
    expect(on(`${android} KAKAOTALK 10.0`, permission)).toMatchObject({
      kind: 'in_app',
      app: 'kakao',
      openOutside: expect.stringContaining('kakaotalk://') as string,
    })
})

test('an old browser has none, and the server knows nothing', () => {
  expect(on(android, 'unsupported')).toEqual({ kind: 'unsupported' })
  expect(on(android, 'unknown')).toEqual({ kind: 'unknown' })
})
